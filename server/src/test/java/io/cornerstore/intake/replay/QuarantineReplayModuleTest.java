package io.cornerstore.intake.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantineDesk;
import io.cornerstore.intake.QuarantineDesk.Correction;
import io.cornerstore.intake.QuarantineDesk.ReplayReport;
import io.cornerstore.intake.QuarantineDesk.Selection;
import io.cornerstore.intake.QuarantinedContent;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.kernel.PersonalField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineReplayModuleTest {

  private static final Actor OPERATOR = new Actor.Machine("command-line");
  private static final Actor ENGINEER =
      new Actor.Staff(new UUID(0, 7), "Engineer", Set.of(Role.ENGINEER));

  private IntakeServer server;

  @BeforeAll
  void start() {
    server = IntakeServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void row_correctedByField_isTakenOnceAndSettledWithWhoAndWhen(@TempDir Path folder)
      throws IOException {
    Path file = orders(folder, "corrected", "O1,C1,ann@example.org,S1,1,1.00,yesterday\n");
    QuarantinedRow row = only(file);

    Correction wrong = values(Map.of("at", "tomorrow"));
    assertThat(desk().replay(OPERATOR, rows(row), wrong).refused())
        .containsExactly(Map.entry("the time is in none of the formats", 1L));
    Correction right = values(Map.of("at", "2026-01-05 10:00:00"));
    assertThat(desk().preview(OPERATOR, rows(row), right).taken()).isEqualTo(1);
    assertThat(server.log("corrected")).isEmpty();

    ReplayReport report = desk().replay(OPERATOR, rows(row), right);

    assertThat(report.taken()).isEqualTo(1);
    List<OpenedRecord> taken = server.log("corrected");
    assertThat(taken).hasSize(1);
    assertThat(
            taken
                .getFirst()
                .document()
                .values(PersonalField.EMAIL)
                .findFirst()
                .orElseThrow()
                .value())
        .isEqualTo("ann@example.org");
    assertThat(taken.getFirst().record().receivedAt()).isEqualTo(row.receivedAt());
    QuarantinedRow settled = settled(row.id());
    assertThat(settled.settled()).isNotNull();
    assertThat(settled.settled().by()).isEqualTo("machine:command-line");
    assertThat(settled.settled().outcome()).isEqualTo("replayed");
    assertThat(settled.settled().record()).isEqualTo(taken.getFirst().record().id().value());
    assertThat(desk().show(OPERATOR, row.id())).isEmpty();

    assertThat(desk().replay(OPERATOR, rows(row), right).rows()).isZero();
    server.run(file);
    assertThat(server.log("corrected")).hasSize(1);
  }

  @Test
  void equalRows_areTwo_andBothAreTaken(@TempDir Path folder) throws IOException {
    String row = "O1,C1,ann@example.org,S1,many,1.00,2026-01-05 10:00:00\n";
    Path file = orders(folder, "twins", row + row);

    for (QuarantinedRow one : waiting(file)) {
      desk().replay(OPERATOR, rows(one), values(Map.of("qty", "2")));
    }

    assertThat(server.log("twins")).hasSize(2);
  }

  @Test
  void group_afterTheMappingWasCorrected_isTakenAsPreviewed(@TempDir Path folder)
      throws IOException {
    Path file =
        orders(
            folder,
            "bulk",
            """
            O1,C1,a@example.org,S1,1,1.00,05/01/2026 10:00
            O2,C2,b@example.org,S1,1,1.00,06/01/2026 11:00
            O3,C3,c@example.org,S1,1,1.00,not a time
            O4,C4,d@example.org,S1,1,1.00,2026-01-05 10:00:00
            """);
    Quarantine.Group group =
        list().groups().stream()
            .filter(one -> one.name().startsWith("bulk "))
            .findFirst()
            .orElseThrow();
    assertThat(group.rows()).isEqualTo(3);
    Selection all = new Selection.Group(group.feed(), group.reason());
    String better =
        TestFiles.ordersMapping("bulk")
            .replace("time: at", "time: {column: at, formats: [\"dd/MM/yyyy HH:mm\"]}");
    Correction correction = new Correction(better, folder.resolve("mapping.yaml"), Map.of(), null);

    ReplayReport preview = desk().preview(OPERATOR, all, correction);
    assertThat(preview.taken()).isEqualTo(2);
    assertThat(preview.stay()).isEqualTo(1);
    assertThat(server.log("bulk")).hasSize(1);
    ReplayReport report = desk().replay(OPERATOR, all, correction);

    assertThat(report.taken()).isEqualTo(preview.taken());
    assertThat(report.refused()).isEqualTo(preview.refused());
    assertThat(server.log("bulk")).hasSize(3);
    assertThat(waiting(file)).hasSize(1);
    Files.writeString(folder.resolve("mapping.yaml"), better);
    assertThat(server.run(file).appended()).isZero();
    assertThat(server.log("bulk")).hasSize(3);
  }

  @Test
  void malformedLine_givenAnew_isTaken(@TempDir Path folder) throws IOException {
    Path file = orders(folder, "broken", "O1,C1,\"broken,S1,1,1.00\n");
    QuarantinedRow row = only(file);

    Correction anew =
        new Correction(null, null, Map.of(), "O1,C1,ann@example.org,S1,1,1.00,2026-01-05 10:00:00");
    assertThat(desk().replay(OPERATOR, rows(row), anew).taken()).isEqualTo(1);

    assertThat(server.log("broken")).hasSize(1);
  }

  @Test
  void row_replayedByManyAtOnce_isTakenOnce(@TempDir Path folder) throws Exception {
    Path file = orders(folder, "race", "O1,C1,ann@example.org,S1,many,1.00,2026-01-05 10:00:00\n");
    QuarantinedRow row = only(file);
    Correction right = values(Map.of("qty", "1"));
    long taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<ReplayReport>> reports = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        reports.add(threads.submit(() -> desk().replay(OPERATOR, rows(row), right)));
      }
      for (Future<ReplayReport> report : reports) {
        taken += report.get().taken();
      }
    }

    assertThat(server.log("race")).hasSize(1);
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void engineer_seesShapesOfWhatIsPersonal_andTheReadingIsRecorded(@TempDir Path folder)
      throws IOException {
    Path file =
        orders(folder, "masked", "O1,C1,ann@example.org,S1,many,1.00,2026-01-05 10:00:00\n");
    QuarantinedRow row = only(file);
    long before = server.count("audit.entry");

    QuarantinedContent shown = desk().show(ENGINEER, row.id()).orElseThrow();

    assertThat(server.count("audit.entry")).isEqualTo(before + 1);
    assertThat(field(shown, "email").value()).isEqualTo("aaa@aaaaaaa.aaa");
    assertThat(field(shown, "email").masked()).isTrue();
    assertThat(field(shown, "qty").value()).isEqualTo("many");
    assertThat(field(shown, "qty").blamed()).isTrue();
    assertThat(field(desk().show(OPERATOR, row.id()).orElseThrow(), "email").value())
        .isEqualTo("ann@example.org");
    Actor clerk = new Actor.Staff(new UUID(0, 8), "Clerk", Set.of(Role.SERVICE));
    assertThatThrownBy(() -> desk().show(clerk, row.id())).isInstanceOf(AccessDeniedProblem.class);
  }

  @Test
  void discarded_isGone_andComesNotBackWithTheFile(@TempDir Path folder) throws IOException {
    Path file =
        orders(folder, "discarded", "O1,C1,a@example.org,S1,many,1.00,2026-01-05 10:00:00\n");
    QuarantinedRow row = only(file);

    assertThat(desk().discard(OPERATOR, rows(row), "a test order")).isEqualTo(1);
    assertThat(desk().discard(OPERATOR, rows(row), "again")).isZero();

    assertThat(settled(row.id()).settled().outcome()).isEqualTo("discarded");
    Files.writeString(
        folder.resolve("mapping.yaml"), TestFiles.ordersMapping("discarded") + "# read again\n");
    server.run(file);
    assertThat(waiting(file)).isEmpty();
  }

  @Test
  void mapping_ofAnotherFeed_isRefused(@TempDir Path folder) throws IOException {
    Path file = orders(folder, "mine", "O1,C1,a@example.org,S1,many,1.00,2026-01-05 10:00:00\n");
    QuarantinedRow row = only(file);

    Correction other = new Correction(TestFiles.ordersMapping("theirs"), null, Map.of(), null);

    assertThatThrownBy(() -> desk().replay(OPERATOR, rows(row), other))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("theirs");
    assertThat(waiting(file)).hasSize(1);
  }

  private Path orders(Path folder, String source, String rows) throws IOException {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping(source));
    Path file = files.write("orders.csv", TestFiles.ORDER_COLUMNS + rows);
    server.run(file);
    return file;
  }

  private static Correction values(Map<String, String> values) {
    return new Correction(null, null, values, null);
  }

  private static Selection rows(QuarantinedRow row) {
    return new Selection.Rows(List.of(row.id()));
  }

  private QuarantineDesk desk() {
    return server.bean(QuarantineDesk.class);
  }

  private Quarantine list() {
    return server.bean(Quarantine.class);
  }

  private List<QuarantinedRow> waiting(Path file) {
    return list().newest(1000).stream().filter(row -> row.file().equals(file.toString())).toList();
  }

  private QuarantinedRow only(Path file) {
    List<QuarantinedRow> rows = waiting(file);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private QuarantinedRow settled(long id) {
    return list().rows(new Quarantine.Filter(null, null, true), null, 1000).items().stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static QuarantinedContent.Field field(QuarantinedContent content, String column) {
    return content.fields().stream()
        .filter(field -> field.column().equals(column))
        .findFirst()
        .orElseThrow();
  }
}
