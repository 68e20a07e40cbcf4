package io.cornerstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.delivery.Exports;
import io.cornerstore.delivery.Exports.Asked;
import io.cornerstore.delivery.Exports.GoldenRow;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.Remapping;
import io.cornerstore.intake.Remapping.NewMapping;
import io.cornerstore.intake.Remapping.RemapReport;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.PersonalField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemappingModuleTest {

  private static final Actor OPERATOR = new Actor.Machine("command-line");
  private static final Actor READER = new Actor.Machine("reader", Set.of(AccessPurpose.SERVICE));

  private static final String ROWS =
      """
      id,first,last,mail,phone,kind
      1,Ada,Quill,ada@example.org,+44 7946 012345,person
      2,Ben,Rook,ben@example.org,07946 054321,person
      3,Cleo,Sable,cleo@example.org,,oddity
      """;

  private static String mapping(String given, String family, String more) {
    return """
    source: crm
    channel: web-form
    files: ["*.csv"]
    country: GB
    subject: {key: id}
    extra: [phone, kind]
    person:
      given-name: %s
      family-name: %s
      email: mail
    %s
    """
        .formatted(given, family, more);
  }

  @Test
  void newMapping_readsWhatWasReceivedAgain_withoutTheFile(@TempDir Path folder)
      throws IOException {
    try (WholeServer server = WholeServer.start()) {
      Files.writeString(folder.resolve("mapping.yaml"), mapping("last", "first", ""));
      Path file = Files.writeString(folder.resolve("people.csv"), ROWS);
      server.run(file);
      server.resolve();
      assertThat(names(server)).contains("Quill Ada");
      int feed = server.bean(ImportRuns.class).newest(null, 1).getFirst().feed();
      List<Long> ids =
          server
              .jdbc()
              .sql("select id from intake.source_record order by id")
              .query(Long.class)
              .list();
      Files.delete(file);
      Remapping remapping = server.bean(Remapping.class);
      NewMapping same = new NewMapping(mapping("last", "first", ""), null);
      assertThat(remapping.preview(OPERATOR, feed, same).same()).isEqualTo(3);
      NewMapping right = new NewMapping(mapping("first", "last", "  tel: phone"), null);

      RemapReport preview = remapping.preview(OPERATOR, feed, right);
      assertThat(preview.changed()).isEqualTo(3);
      assertThat(preview.missing()).isEmpty();
      assertThat(names(server)).contains("Quill Ada");
      RemapReport report = remapping.apply(OPERATOR, feed, right);
      server.resolve();

      assertThat(report.changed()).isEqualTo(3);
      assertThat(names(server)).containsExactlyInAnyOrder("Ada Quill", "Ben Rook", "Cleo Sable");
      assertThat(server.bean(SourceRecords.class).find(LookupField.PHONE, "07946 012345", 5))
          .hasSize(1);
      assertThat(
              server
                  .jdbc()
                  .sql("select id from intake.source_record where not reread order by id")
                  .query(Long.class)
                  .list())
          .isEqualTo(ids);
      assertThat(remapping.readings(ids).values()).containsOnly(1);
      assertThat(remapping.apply(OPERATOR, feed, right).changed()).isZero();
      Files.writeString(folder.resolve("mapping.yaml"), right.text());
      Files.writeString(file, ROWS);
      assertThat(server.run(file).appended()).isZero();
      assertThat(remapping.apply(OPERATOR, feed, same).changed()).isEqualTo(3);
      server.resolve();
      assertThat(names(server)).contains("Quill Ada");
    }
  }

  @Test
  void newKey_movesEntriesToOtherSubjects_andRefusedOnesStay(@TempDir Path folder)
      throws IOException {
    try (WholeServer server = WholeServer.start()) {
      Files.writeString(folder.resolve("mapping.yaml"), mapping("first", "last", ""));
      server.run(Files.writeString(folder.resolve("people.csv"), ROWS));
      server.resolve();
      int feed = server.bean(ImportRuns.class).newest(null, 1).getFirst().feed();
      String other =
          mapping("first", "last", "").replace("{key: id}", "{key: mail, kind: {column: kind}}");

      RemapReport report =
          server.bean(Remapping.class).apply(OPERATOR, feed, new NewMapping(other, null));
      server.resolve();

      assertThat(report.moved()).isEqualTo(2);
      assertThat(report.refused().values()).containsExactly(1L);
      assertThat(names(server)).containsExactlyInAnyOrder("Ada Quill", "Ben Rook", "Cleo Sable");
      assertThat(
              server.bean(SourceRecords.class).find(LookupField.SUBJECT_KEY, "ada@example.org", 5))
          .hasSize(1);
      assertThat(server.bean(SourceRecords.class).find(LookupField.SUBJECT_KEY, "1", 5)).isEmpty();
      assertThat(server.bean(SourceRecords.class).find(LookupField.SUBJECT_KEY, "3", 5)).hasSize(1);
    }
  }

  @Test
  void mapping_thatCountsOtherwiseOrHasMistakes_isRefused(@TempDir Path folder) throws IOException {
    try (WholeServer server = WholeServer.start()) {
      Files.writeString(folder.resolve("mapping.yaml"), mapping("first", "last", ""));
      server.run(Files.writeString(folder.resolve("people.csv"), ROWS));
      int feed = server.bean(ImportRuns.class).newest(null, 1).getFirst().feed();
      Remapping remapping = server.bean(Remapping.class);
      String plain = mapping("first", "last", "");

      assertThatThrownBy(() ->
              remapping.apply(OPERATOR, feed, new NewMapping(plain + "message-id: id\n", null)))
          .isInstanceOf(IntakeException.class)
          .hasMessageContaining("message id");
      assertThatThrownBy(() ->
              remapping.apply(
                  OPERATOR,
                  feed,
                  new NewMapping(plain.replace("source: crm", "source: erp"), null)))
          .isInstanceOf(IntakeException.class)
          .hasMessageContaining("erp");
      assertThatThrownBy(
              () -> remapping.apply(OPERATOR, feed, new NewMapping("source: crm\nwhat: 1\n", null)))
          .isInstanceOf(MappingRefused.class);
      RemapReport report =
          remapping.preview(
              OPERATOR, feed, new NewMapping(plain.replace("email: mail", "email: e_mail"), null));
      assertThat(report.missing()).containsExactly("e_mail");
    }
  }

  private static List<String> names(WholeServer server) {
    return server
        .bean(Exports.class)
        .golden(new Asked(READER, AccessPurpose.SERVICE, null, 100))
        .rows()
        .stream()
        .map(GoldenRow::fields)
        .map(fields ->
            fields.get(PersonalField.GIVEN_NAME) + " " + fields.get(PersonalField.FAMILY_NAME))
        .toList();
  }
}
