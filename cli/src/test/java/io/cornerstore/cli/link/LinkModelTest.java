package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.LinkageModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models written, read, used and compared through the command. */
final class LinkModelTest {
  @TempDir private Path folder;
  private LinkRun run;

  @BeforeEach
  void begin() throws Exception {
    run = new LinkRun(folder);
    run.writeTown(200, 2, 71);
    run.link(2, "first");
  }

  private String read(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  private String diff(String one, String other) {
    var outcome =
        LinkRun.execute(new ModelCommand(), List.of("diff", run.path(one), run.path(other)));
    assertThat(outcome.mistake()).isEmpty();
    return outcome.printed();
  }

  @Test
  void model_ofAnEarlierRun_givesTheSameResult() throws Exception {
    run.link(2, "second", "--model", run.path("first/model.json"));
    for (String name : List.of("model.json", "clusters.csv", "pairs.csv")) {
      assertThat(read("second/" + name)).isEqualTo(read("first/" + name));
    }
    assertThat(diff("first/model.json", "second/model.json")).isEmpty();
  }

  @Test
  void model_changedByHand_changesTheResultAndShowsInTheDifference() throws Exception {
    Files.writeString(
        folder.resolve("strict.json"),
        read("first/model.json").replaceFirst("\"linkBits\": [0-9.]+", "\"linkBits\": 60"));
    run.link(2, "strict", "--model", run.path("strict.json"));
    assertThat(run.clusters("strict", "certain").values().stream().distinct().count())
        .isGreaterThan(run.clusters("first", "certain").values().stream().distinct().count());
    assertThat(diff("first/model.json", "strict.json"))
        .startsWith("link from bits: ")
        .endsWith("→ 60.0000");
  }

  @Test
  void model_holdsNoName() throws Exception {
    String text = read("first/model.json");
    assertThat(text).contains("\"attribute\": \"given-name\"");
    for (String name : List.of("anna", "fritz", "bauera", "cramer", "ravensmere", "example.org")) {
      assertThat(text).doesNotContainIgnoringCase(name);
    }
  }

  @Test
  void model_broken_isRefusedWithLineAndField() throws Exception {
    String good = read("first/model.json");
    assertMistake(good.substring(0, good.length() / 2), "line ", "is not valid JSON");
    assertMistake("{\"a\": 1}", "neither a model of Cornerstore");
    assertMistake("", "is empty");
    String version = "\"version\": " + LinkageModel.FORMAT;
    assertMistake(good.replace(version, "\"version\": 99"), "line 3: version: ", "newer");
    assertMistake(good.replace(version, "\"version\": 1"), "line 3: version: ", "anew");
    assertMistake(
        good.replaceFirst("\"m\": [0-9.E-]+", "\"m\": 1.5"),
        "line ",
        "persons.comparisons[0].levels[0]: m is 1.5");
    assertMistake(
        good.replaceFirst("\"m\": [0-9.E-]+, ", ""),
        "persons.comparisons[0].levels[0]: the field m is missing");
    assertMistake(
        good.replaceFirst("\"u\": [0-9.E-]+", "\"u\": \"few\""), "levels[0].u: must be a number");
    assertMistake(
        good.replaceFirst("\"weightBits\": [0-9.E-]+", "\"weightBits\": 99"),
        "levels[0].weightBits: is not log2(m/u)");
    assertMistake(
        good.replaceFirst("\"name\": \"email\"", "\"name\": \"letters\""), "blocking rules");
    assertMistake(good.replaceFirst("typing-error", "typo"), "The levels of given-name are");
    assertThat(run.tryLink(2, "out", "--model", run.path("none.json")).mistake())
        .contains("there is no file");
  }

  private void assertMistake(String model, String... parts) throws Exception {
    Files.writeString(folder.resolve("broken.json"), model);
    assertThat(run.tryLink(2, "out", "--model", run.path("broken.json")).mistake()).contains(parts);
  }

  @Test
  void splinkModel_writtenAndRead_keepsPriorAndLevels() {
    run.link(
        2, "out", "--model", run.path("first/model.json"), "--splink-model", run.path("s.json"));
    var outcome =
        LinkRun.execute(
            new ModelCommand(), List.of("convert", run.path("s.json"), run.path("back.json")));
    assertThat(outcome.mistake()).contains("taken: given-name: exact");
    assertThat(diff("first/model.json", "back.json"))
        .doesNotContain("person match rate")
        .doesNotContain("person given-name typing-error")
        .contains("names together");
    run.link(2, "again", "--model", run.path("s.json"));
    assertThat(run.clusters("again", "cluster").values().stream().distinct().count())
        .isLessThan(run.clusters("again", "cluster").size());
  }

  @Test
  void convert_oursToSplink_usesTheColumnsItWasTrainedOn() throws Exception {
    var outcome =
        LinkRun.execute(
            new ModelCommand(),
            List.of(
                "convert",
                run.path("first/model.json"),
                run.path("s.json"),
                "--link-type",
                "link_only"));
    assertThat(outcome.mistake()).contains("approximated: given-name: typing-error");
    assertThat(read("s.json"))
        .contains("\"link_type\": \"link_only\"", "\\\"last_name_l\\\" = \\\"last_name_r\\\"")
        .contains("\"unique_id_column_name\": \"id\"");
  }
}
