package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.survivorship.Survivorship;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Upserts and snapshots: which version of a thing counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsModuleTest {

  private IntakeServer server;

  @BeforeAll
  void start() {
    server = IntakeServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private FeedReport run(Path... paths) {
    return server.run(paths).feeds().getFirst();
  }

  /** Family names that count, as the profile decides it. */
  private List<String> names(String source) {
    List<OpenedRecord> records = server.log(source);
    List<SourceRecord> current =
        Survivorship.current(records.stream().map(OpenedRecord::record).toList());
    return records.stream()
        .filter(opened -> current.contains(opened.record()))
        .flatMap(opened -> opened.document().values(PersonalField.FAMILY_NAME))
        .map(value -> value.value())
        .sorted()
        .toList();
  }

  private static String mapping(String source, String... lines) {
    return """
    source: %s
    channel: other
    files: ["*.csv"]
    subject: {key: id}
    person: {family-name: name}
    %s
    """
        .formatted(source, String.join("\n", lines));
  }

  @Test
  void snapshotWithVersion_itemComesBackUnchanged_countsAndStaysOneRecord(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", mapping("back", "rows: snapshot", "version: updated"));
    String both = "id,name,updated\n1,Ann,2026-01-01\n2,Bob,2026-01-01\n";
    Path monday = files.write("monday.csv", both);
    Path tuesday = files.write("tuesday.csv", "id,name,updated\n1,Ann,2026-01-01\n");
    Path wednesday = files.write("wednesday.csv", both.replace("\n", "\r\n"));
    Path thursday = files.write("thursday.csv", both + "\n");

    run(monday);
    assertThat(run(tuesday).gone()).isEqualTo(1);
    assertThat(names("back")).containsExactly("Ann");
    assertThat(run(wednesday).accepted()).isEqualTo(1);
    assertThat(names("back")).containsExactly("Ann", "Bob");
    assertThat(run(thursday).accepted()).isZero();
  }

  @Test
  void snapshot_importedAgainAfterAnother_isTheTruthAgain(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", mapping("truth", "rows: snapshot"));
    Path a = files.write("a.csv", "id,name\n1,Ann\n2,Bob\n");
    Path b = files.write("b.csv", "id,name\n1,Anna\n");

    run(a);
    run(b);
    assertThat(names("truth")).containsExactly("Anna");
    run(a);
    assertThat(names("truth")).containsExactly("Ann", "Bob");
    assertThat(run(a).accepted()).isZero();
  }

  @Test
  void upserts_thatReturnToAnEarlierValue_count(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", mapping("return", "rows: upserts"));
    Path a = files.write("a.csv", "id,name\n1,Ann\n2,Bob\n");
    Path b = files.write("b.csv", "id,name\n1,Anna\n");
    Path c = files.write("c.csv", "id,name\n1,Ann\n");

    run(a);
    run(b);
    assertThat(names("return")).containsExactly("Anna", "Bob");
    assertThat(run(a).accepted()).isZero();
    assertThat(names("return")).containsExactly("Anna", "Bob");
    assertThat(run(c).accepted()).isEqualTo(1);
    assertThat(names("return")).containsExactly("Ann", "Bob");

    Path twice = files.write("d.csv", "id,name\n1,Anna\n1,Ann\n1,Anna\n");
    assertThat(run(twice).replaced()).isEqualTo(3);
    assertThat(names("return")).containsExactly("Anna", "Bob");
  }

  @Test
  void upserts_ofAnOldFileByAMendedMapping_bringOnlyWhatCouldNotBeRead(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    String plain = mapping("mended", "rows: upserts");
    String strict = plain.replace("{key: id}", "{key: id, kind: {column: kind}}");
    files.write("mapping.yaml", strict);
    Path old = files.write("old.csv", "id,name,kind\n1,Ann,person\n2,Bob,p\n");
    Path newer = files.write("newer.csv", "id,name,kind\n1,Anna,person\n");
    assertThat(run(old).quarantinedRows()).isEqualTo(1);
    run(newer);

    files.write("mapping.yaml", plain);

    assertThat(run(old).accepted()).isEqualTo(1);
    assertThat(names("mended")).containsExactly("Anna", "Bob");
  }

  @Test
  void upserts_byMessageIdWithoutSubjectKey_areVersionsOfOneSubject(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        mapping("nokey", "rows: upserts", "message-id: id").replace("subject: {key: id}\n", ""));

    run(files.write("1.csv", "id,name\n1,Old\n2,Other\n"));
    run(files.write("2.csv", "id,name\n1,New\n"));

    assertThat(server.log("nokey"))
        .extracting(opened -> opened.record().subject())
        .hasSize(3)
        .satisfies(all -> assertThat(all.getFirst()).isEqualTo(all.getLast()))
        .satisfies(all -> assertThat(all.get(1)).isNotEqualTo(all.getLast()));
    assertThat(names("nokey")).containsExactly("New", "Other");
  }

  @Test
  void ids_ofSeveralParts_needWhatTellsRowsApart(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml", mapping("parts", "rows: upserts").replace("key: id", "key: [shop, id]"));
    Path rows = files.write("rows.csv", "shop,id,name\nA,1,Ann\nA,,Bob\n,1,Cid\n");

    assertThat(run(rows).quarantined()).containsEntry("the id of the row is empty", 2L);
    assertThat(names("parts")).containsExactly("Ann");

    files.write("mapping.yaml", mapping("constant", "message-id: [{constant: points}, shop, id]"));
    Path more = files.write("rows.csv", "shop,id,name\nA,1,Ann\nA,,Bob\n,,Cid\n");

    FeedReport report = run(more);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.quarantined()).containsEntry("the id of the row is empty", 1L);
  }

  @Test
  void version_besideAnInteraction_leavesItsTimeAlone(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        mapping(
            "times",
            "rows: upserts",
            "version: updated",
            "interaction: {type: form, time: at, topic: topic}"));

    run(files.write("1.csv", "id,name,at,updated,topic\n1,Ann,2026-01-05,2026-03-01,new\n"));
    run(files.write("2.csv", "id,name,at,updated,topic\n1,Anna,2026-01-06,2026-02-01,old\n"));

    assertThat(server.log("times").getFirst().record().occurredAt())
        .isEqualTo("2026-01-05T00:00:00Z");
    assertThat(names("times")).containsExactly("Ann");
  }

  @Test
  void upsertsWithVersion_olderOneLater_staysInTheLogAndCountsNowhere(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", mapping("late", "rows: upserts", "version: updated"));
    Path newer = files.write("newer.csv", "id,name,updated\n1,New,2026-02-01\n");
    Path older = files.write("older.csv", "id,name,updated\n1,Old,2026-01-01\n");

    run(newer);
    assertThat(run(older).accepted()).isEqualTo(1);

    assertThat(names("late")).containsExactly("New");
    assertThat(server.log("late"))
        .extracting(opened -> opened.record().late())
        .containsExactly(false, true);
  }
}
