package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.testkit.Canaries;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing personal stands in clear in heap, index, TOAST, write-ahead log or output. */
@ExtendWith(OutputCaptureExtension.class)
class IntakeCanaryModuleTest {

  private static final String MAPPING =
      """
      source: canary
      channel: service-call
      files: ["calls.csv"]
      zone: Europe/London
      currency: GBP
      country: GB
      subject: {key: id}
      person:
        name: name
        email: email
        street-address: street
        external-id: {column: ref, kind: ref}
        loyalty-card: card
      interaction: {type: call, time: at, order: order, topic: topic, note: note, amount: amount}
      extra: [memo]
      """;

  @Test
  void valuesOfEveryField_afterCheckpoint_areNowhereInClear(
      @TempDir Path folder, CapturedOutput output) throws Exception {
    Canaries canaries = Canaries.seeded(4711);
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", MAPPING);
    files.write("calls.csv", calls(canaries));
    try (IntakeServer server = IntakeServer.start()) {
      var report = server.run(folder).feeds().getFirst();
      server.bean(Intake.class).submit(List.of(event(canaries)));

      assertThat(report.accepted()).isEqualTo(20);
      assertThat(report.quarantinedRows()).isEqualTo(3);
      canaries.assertSilent(
          folderOf(server.databases().main()), folderOf(server.databases().keys()));
    }
    canaries
        .planted()
        .forEach((value, field) -> assertThat(output.getAll().contains(value)).as(field).isFalse());
  }

  private static String calls(Canaries canaries) {
    StringBuilder text =
        new StringBuilder(
            "id,name,email,street,ref,card,at,order,topic,note,amount,memo,unmapped\n");
    for (int n = 0; n < 22; n++) {
      String at = n == 20 ? "noon " + canaries.word("bad time") : "2026-01-01 10:00:00";
      String amount = n == 21 ? canaries.word("bad amount") : "9.99";
      text.append(
              String.join(
                  ",",
                  canaries.word("subject key"),
                  canaries.word("name") + " " + canaries.word("family name"),
                  canaries.email("email"),
                  canaries.word("street"),
                  canaries.word("external id"),
                  canaries.word("loyalty card"),
                  at,
                  canaries.word("order"),
                  canaries.word("topic"),
                  canaries.word("note").repeat(n == 0 ? 400 : 1),
                  amount,
                  canaries.word("extra"),
                  canaries.word("unmapped")))
          .append('\n');
    }
    return text.append('"').append(canaries.word("malformed row")).append(",x\n").toString();
  }

  private static IncomingEvent event(Canaries canaries) {
    return new IncomingEvent(
        new SourceSystem("canary-api"),
        Channel.WEB_FORM,
        Party.FIRST_PARTY,
        Basis.DECLARED,
        50,
        canaries.word("message id"),
        new IncomingEvent.Subject(
            new SourceSystem("canary-api"), canaries.word("event key"), SubjectKind.PERSON),
        List.of(new GivenValue(PersonalField.EMAIL, canaries.email("event email"))),
        new Interaction(
            InteractionType.FORM,
            canaries.word("event order"),
            null,
            null,
            null,
            canaries.word("event topic"),
            canaries.word("event note"),
            null,
            null,
            null,
            List.of()),
        Map.of("utm", canaries.word("event extra")),
        "GB",
        Instant.parse("2026-01-01T10:00:00Z"),
        Instant.parse("2026-01-01T10:00:01Z"));
  }

  /** The data folder of a server, all of it on the disk. */
  private static Path folderOf(PostgresAccess access) throws SQLException {
    try (var connection = access.connect();
        var statement = connection.createStatement()) {
      statement.execute("checkpoint");
      try (var row = statement.executeQuery("show data_directory")) {
        row.next();
        return Path.of(row.getString(1));
      }
    }
  }
}
