package io.cornerstore.cli.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import io.cornerstore.cli.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models tried, used and taken back at the command line, over a real installation. */
class ModelTrialTest {

  private static final List<String> GIVEN =
      List.of("Ada", "Ben", "Cleo", "Dan", "Edith", "Farid", "Gita", "Hugo");
  private static final List<String> FAMILY =
      List.of("Quillfeather", "Rooksworth", "Sableton", "Thornbury", "Underhill");

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      subject: {key: id}
      person: {given-name: given_name, family-name: family_name, email: email, bday: birth_date}
      """;

  @TempDir private Path folder;

  /** Forty people, each known under two numbers. */
  private Path people() throws IOException {
    StringBuilder rows = new StringBuilder("id,given_name,family_name,email,birth_date\n");
    for (int twice = 0; twice < 2; twice++) {
      for (int i = 0; i < GIVEN.size() * FAMILY.size(); i++) {
        String given = GIVEN.get(i % GIVEN.size());
        String family = FAMILY.get(i / GIVEN.size());
        rows.append(
            "%d,%s,%s,%s.%s@example.org,19%02d-03-%02d\n"
                .formatted(
                    twice * 1000 + i,
                    given,
                    family,
                    given.toLowerCase(Locale.ROOT),
                    family.toLowerCase(Locale.ROOT),
                    40 + i,
                    1 + i % 28));
      }
    }
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.writeString(feeds.resolve("crm.mapping.yaml"), MAPPING);
    return Files.writeString(feeds.resolve("crm.csv"), rows);
  }

  private CommandRun run(String... words) {
    return CommandRun.of(folder.resolve("data"), words);
  }

  @Test
  void model_triedUsedAndTakenBack_changesOnlyWhatItSaid() throws IOException {
    Path csv = people();
    // Holds the databases open, so that no command waits for their start.
    try (Installation held = Installation.own(folder.resolve("data"))) {
      held.databases();
      assertThat(run("import", csv.getParent().toString()).code()).isZero();

      CommandRun tried = run("model", "try", "--link-bits", "500");
      assertThat(tried.code()).as(tried.err()).isZero();
      assertThat(tried.out())
          .contains("          40 customers now", "          80 customers there would be")
          .contains("          40 customers would fall apart", "into 1 and 1 identities")
          .contains("link from bits: ", "Nothing was changed")
          .doesNotContain("Quillfeather", "example.org");

      CommandRun used =
          run("model", "apply", "--link-bits", "500", "--because", "to see them apart");
      assertThat(used.code()).as(used.err()).isZero();
      assertThat(used.out()).contains("is in use.");
      CommandRun list = run("model", "list");
      assertThat(list.out()).containsOnlyOnce("  in use").contains("link from 500.0 bits");

      CommandRun back = run("model", "back", "--because", "seen");
      assertThat(back.code()).as(back.err()).isZero();
      assertThat(back.out()).contains("          80 customers now", "would be one: ");
      CommandRun again = run("model", "try", "--number", "1");
      assertThat(again.out()).contains("It is the model in use.", "          40 customers now");
    }
  }

  @Test
  void modelFile_ofALinkRun_isTriedOverTheRecordsHeld() throws IOException {
    Path csv = people();
    Path linked = folder.resolve("linked");
    assertThat(CommandRun.run("link", csv.toString(), "--out", linked.toString()).code()).isZero();
    try (Installation held = Installation.own(folder.resolve("data"))) {
      held.databases();
      assertThat(run("import", csv.getParent().toString()).code()).isZero();

      CommandRun tried = run("model", "try", linked.resolve("model.json").toString());

      assertThat(tried.code()).as(tried.err()).isZero();
      assertThat(tried.out()).contains("          40 customers now", "Nothing was changed");
      CommandRun back = run("model", "back", "--because", "no good");
      assertThat(back.code()).isEqualTo(1);
      assertThat(back.err()).contains("there is no model");
    }
  }

  @Test
  void modelNamedWrongly_isRefusedBeforeAnythingIsOpened() throws IOException {
    Path broken = Files.writeString(folder.resolve("model.json"), "{\n  \"format\": 1\n}\n");

    assertThat(run("model", "try").err()).contains("name one model");
    assertThat(run("model", "try", "--train", "--number", "3").err()).contains("name one model");
    assertThat(run("model", "try", "--train", "--link-bits", "3").err()).contains("name one model");
    assertThat(run("model", "try", broken.toString()).err()).contains("format");
    assertThat(run("model", "apply", "--train").code()).isEqualTo(2);
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
