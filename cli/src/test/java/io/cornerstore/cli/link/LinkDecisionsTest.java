package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person said holds, whatever the evidence. */
final class LinkDecisionsTest {
  @TempDir private Path folder;
  private LinkRun run;

  @BeforeEach
  void begin() throws Exception {
    run = new LinkRun(folder);
    run.writeTown(150, 2, 31);
    run.link(2, "before");
  }

  private void decide(String... rows) throws Exception {
    Files.write(
        folder.resolve("said.csv"),
        Stream.concat(Stream.of("source_a,id_a,source_b,id_b,decision"), Stream.of(rows)).toList());
  }

  private String row(Map<String, String> pair, String decision) {
    return String.join(
        ",",
        pair.get("source_a"),
        pair.get("id_a"),
        pair.get("source_b"),
        pair.get("id_b"),
        decision);
  }

  private boolean together(String out, String answer, String row) {
    String[] cells = row.split(",");
    Map<String, String> clusters = run.clusters(out, answer);
    return clusters.get(cells[0] + "|" + cells[1]).equals(clusters.get(cells[2] + "|" + cells[3]));
  }

  @Test
  void decisions_againstTheEvidence_holdInBothAnswers() throws Exception {
    List<String> different =
        run.table("before/pairs.csv").stream()
            .filter(pair -> pair.get("decision").equals("link"))
            .limit(15)
            .map(pair -> row(pair, "different"))
            .toList();
    Map<String, String> clusters = run.clusters("before", "cluster");
    String one = clusters.keySet().stream().sorted().findFirst().orElseThrow();
    String other =
        clusters.keySet().stream()
            .sorted()
            .filter(name -> !clusters.get(name).equals(clusters.get(one)))
            .reduce((_, last) -> last)
            .orElseThrow();
    String same = one.replace('|', ',') + "," + other.replace('|', ',') + ",same";
    assertThat(together("before", "certain", same)).isFalse();
    decide(Stream.concat(different.stream(), Stream.of(same)).toArray(String[]::new));

    run.link(2, "after", "--decisions", run.path("said.csv"));

    for (String answer : List.of("cluster", "certain")) {
      assertThat(different).noneMatch(row -> together("after", answer, row));
      assertThat(together("after", answer, same)).isTrue();
    }
  }

  @Test
  void decisions_teachTheModel_unlessOneIsGiven() throws Exception {
    String[] answers =
        run.table("before/pairs.csv").stream()
            .filter(pair -> pair.get("decision").equals("review"))
            .map(pair -> row(pair, "same"))
            .toArray(String[]::new);
    assertThat(answers).isNotEmpty();
    decide(answers);
    Path untaught = folder.resolve("before/model.json");

    run.link(2, "taught", "--decisions", run.path("said.csv"));
    run.link(2, "given", "--decisions", run.path("said.csv"), "--model", untaught.toString());

    assertThat(folder.resolve("taught/model.json")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("taught/model.json")))
        .isNotEqualTo(Files.readString(untaught));
    assertThat(Files.readString(folder.resolve("given/model.json")))
        .isEqualTo(Files.readString(untaught));
  }

  @Test
  void decisions_withOneToOne_holdAsWell() throws Exception {
    Map<String, String> pair =
        run.table("before/pairs.csv").stream()
            .filter(one ->
                one.get("decision").equals("link")
                    && !one.get("source_a").equals(one.get("source_b")))
            .findFirst()
            .orElseThrow();
    decide(row(pair, "different"));
    run.link(2, "apart", "--one-to-one", "--decisions", run.path("said.csv"));
    assertThat(together("apart", "cluster", row(pair, ""))).isFalse();
    String mine = pair.get("source_a") + "," + pair.get("id_a");
    String theirs =
        run.clusters("before", "cluster").keySet().stream()
            .sorted()
            .filter(name -> name.startsWith(pair.get("source_b")))
            .filter(name -> !name.endsWith("|" + pair.get("id_b")))
            .findFirst()
            .orElseThrow()
            .replace('|', ',');
    decide(mine + "," + theirs + ",same");
    run.link(2, "joined", "--one-to-one", "--decisions", run.path("said.csv"));
    assertThat(together("joined", "cluster", mine + "," + theirs)).isTrue();
    assertThat(together("joined", "certain", mine + "," + theirs)).isTrue();
  }

  @Test
  void decisions_thatCannotBe_areRefusedWithTheirRow() throws Exception {
    String good = row(run.table("before/pairs.csv").getFirst(), "same");
    decide(good, "f0,nobody,f1,p1-0,same");
    assertThat(mistake()).contains("row 2: there is no record of this id in a file f0");
    decide(good, good.replace("same", "different"));
    assertThat(mistake()).contains("row 2: contradicts an earlier row");
    decide(good.replace("same", "perhaps"));
    assertThat(mistake()).contains("row 1: decision is neither same nor different");
    Files.writeString(folder.resolve("said.csv"), "a,b\n1,2\n");
    assertThat(mistake()).contains("has no column source_a");
  }

  private String mistake() {
    return run.tryLink(2, "out", "--decisions", run.path("said.csv")).mistake();
  }
}
