package io.cornerstore.console.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Role;
import io.cornerstore.console.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page on which what a feed brought is read again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemapModuleTest {

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private static final String SWAPPED =
      MAPPING.replace("given-name: first, family-name: last", "given-name: last");

  private WholeServer server;
  private String page;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = WholeServer.startWeb();
    Files.writeString(folder.resolve("crm.mapping.yaml"), MAPPING);
    Files.writeString(
        folder.resolve("crm.csv"),
        """
        id,first,last,mail
        1,Ada,Quillfeather,ada@example.org
        2,Ben,Rooksworth,ben@example.org
        """);
    server.run(folder);
    page = "/feeds/" + server.jdbc().sql("select id from intake.feed").query(int.class).single();
    page = page + "/mapping";
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private long rereadRows() {
    return count("select count(*) from intake.source_record where reread");
  }

  private long count(String sql) {
    return server.jdbc().sql(sql).query(Long.class).single();
  }

  @Test
  void mapping_previewedThenApplied_isRecordedAndTakenBackByTheEarlierOne() throws Exception {
    try (SignedIn engineer = SignedIn.as(server, "engineer", Role.ENGINEER)) {
      assertThat(engineer.get(page).body()).contains("given-name: first", "in force");
      String preview =
          engineer.post(page, Map.of("mapping", SWAPPED.replace("\n", "\r\n"), "act", "preview"));
      assertThat(preview)
          .contains("Nothing has been changed yet", "<dd>2<small>what they said before")
          .contains("value=\"apply\"")
          .doesNotContain("Quillfeather", "ada@example.org");
      assertThat(rereadRows()).isZero();

      String done =
          engineer.post(
              page,
              Map.of(
                  "mapping",
                  SWAPPED.replace("\n", "\r\n"),
                  "act",
                  "apply",
                  "seen",
                  SignedIn.hidden(preview, "seen")));
      assertThat(done).contains("Applied, as number").doesNotContain("value=\"apply\"");
      long rows = rereadRows();
      assertThat(rows).isPositive();
      assertThat(
              count(
                  """
                  select count(*) from audit.entry
                   where action = 'feed.remapped' and actor like 'staff:%'\
                  """))
          .isEqualTo(1);

      String earlier = SignedIn.last(done, "href=\"(/feeds/\\d+/mapping\\?version=[0-9a-f]+)\"");
      assertThat(engineer.get(earlier).body()).contains("family-name: last");
      String back = engineer.post(page, Map.of("mapping", MAPPING, "act", "preview"));
      engineer.post(
          page, Map.of("mapping", MAPPING, "act", "apply", "seen", SignedIn.hidden(back, "seen")));
      assertThat(engineer.get(page).body()).contains("family-name: last");
      assertThat(engineer.post(page, Map.of("mapping", MAPPING, "act", "preview")))
          .contains("<dd>0<small>what they said before");
    }
  }

  @Test
  void mapping_appliedWithoutALookAtIt_isOnlyPreviewed() throws Exception {
    try (SignedIn engineer = SignedIn.as(server, "hasty", Role.ENGINEER)) {
      long before = count("select count(*) from intake.import_run");

      assertThat(engineer.post(page, Map.of("mapping", SWAPPED, "act", "apply")))
          .contains("nothing was applied");

      assertThat(count("select count(*) from intake.import_run")).isEqualTo(before);
    }
  }

  @Test
  void mapping_withMistakes_isKeptBesideThem() throws Exception {
    try (SignedIn engineer = SignedIn.as(server, "careless", Role.ADMINISTRATOR, Role.ENGINEER)) {
      String wrong = MAPPING.replace("email: mail", "emial: mail").replace("GB", "Nowhere");

      String refused = engineer.post(page, Map.of("mapping", wrong, "act", "preview"));

      assertThat(refused)
          .contains("role=\"alert\"", "Line 4, column", "Line 6, column", "aria-invalid=\"true\"")
          .contains("emial: mail}\n</textarea>");
      assertThat(
              engineer.post(
                  page,
                  Map.of(
                      "mapping", MAPPING.replace("source: crm", "source: erp"), "act", "preview")))
          .contains("Maybe undo the imports", "source: erp");
    }
  }

  @Test
  void pages_ofMappings_areClosedToOthers() throws Exception {
    try (SignedIn steward = SignedIn.as(server, "steward", Role.STEWARD)) {
      assertThat(steward.get(page).statusCode()).isEqualTo(403);
      assertThat(steward.post(page, Map.of("mapping", MAPPING, "act", "preview")))
          .doesNotContain("given-name");
    }
    try (SignedIn engineer = SignedIn.as(server, "curious", Role.ENGINEER)) {
      assertThat(engineer.get("/feeds/999/mapping").statusCode()).isEqualTo(404);
      assertThat(engineer.get(page + "?version=00").statusCode()).isEqualTo(404);
    }
  }
}
