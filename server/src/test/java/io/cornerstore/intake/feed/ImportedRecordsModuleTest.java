package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.testkit.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an imported row becomes in the log. */
class ImportedRecordsModuleTest {

  @RegisterExtension static final Shared<IntakeServer> SERVER = ImportModuleTest.SERVER;

  private final IntakeServer server;

  ImportedRecordsModuleTest(IntakeServer server) {
    this.server = server;
  }

  @Test
  void order_withAllItsParts_standsInTheLogNormalised(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        """
        source: parts
        channel: web-order
        files: ["*.jsonl"]
        zone: Europe/Berlin
        currency: EUR
        country: DE
        message-id: id
        subject: {key: customer, group: order}
        person:
          name: name
          email: [email, second.email]
          tel: phone
          street-address: {template: "{street} {house}"}
          postal-code: zip
          bday: {column: born, formats: ["d.M.yyyy"]}
          external-id: {column: tax, kind: partner-no}
        interaction:
          type: {default: purchase, when: [{column: order, matches: "R.*", is: return}]}
          time: {column: at, formats: ["d.M.yyyy H:mm"]}
          order: order
          amount: total
          note: remark
          lines: {from: items, sku: sku, name: title, quantity: qty, unit-price: price}
        extra: [campaign]
        """);
    files.write(
        "o.jsonl",
        """
        {"id":1,"order":"B1","customer":"K1","name":"Frau Eva Müller","email":"Eva@Example.org","second":{"email":"e@example.org"},"phone":"030 901820","street":"Lange Str.","house":"5","zip":"10115","born":"1.2.1980","tax":"77","at":"1.7.2026 9:30","total":"1.019,98","remark":"zahlt mit 4111 1111 1111 1111","campaign":"spring","items":[{"sku":"a1","title":"Lampe","qty":2,"price":"9,99"},{"sku":"b2","qty":1,"price":"1.000,00"}]}
        {"id":2,"order":"R2","at":"2.7.2026 9:30","items":[]}
        {"id":2,"order":"R2","at":"2.7.2026 9:30","items":[]}
        """);

    FeedReport report = server.importOne(folder);
    List<OpenedRecord> records = server.log("parts");

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.screened()).containsEntry("card", 1L);
    OpenedRecord first = records.getFirst();
    assertThat(first.record().occurredAt()).isEqualTo("2026-07-01T07:30:00Z");
    assertThat(first.record().kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(first.record().type()).isEqualTo(InteractionType.PURCHASE);
    assertThat(first.record().fields().has(PersonalField.GIVEN_NAME)).isTrue();
    var document = first.document();
    assertThat(document.values(PersonalField.EMAIL).map(v -> v.value()))
        .containsExactly("eva@example.org", "e@example.org");
    assertThat(document.values(PersonalField.PHONE).map(v -> v.value()))
        .containsExactly("+4930901820");
    assertThat(document.values(PersonalField.STREET_ADDRESS).map(v -> v.value()))
        .containsExactly("Lange Str. 5");
    assertThat(document.values(PersonalField.BIRTH_DATE).map(v -> v.value()))
        .containsExactly("1980-02-01");
    assertThat(document.values(PersonalField.EXTERNAL_ID).map(v -> v.value()))
        .containsExactly("PARTNER-NO:77");
    assertThat(document.extra()).containsEntry("campaign", "spring");
    var interaction = document.interaction();
    assertThat(interaction).isNotNull();
    assertThat(interaction.amount()).isEqualTo(new Money(101998, "EUR"));
    assertThat(interaction.note()).isEqualTo("zahlt mit [card •••• 1111]");
    assertThat(interaction.lines()).extracting(OrderLine::sku).containsExactly("A1", "B2");
    assertThat(interaction.lines().getFirst().amount()).isEqualTo(new Money(1998, "EUR"));
    assertThat(records.getLast().record().kind()).isEqualTo(SubjectKind.ANONYMOUS);
    assertThat(records.getLast().record().type()).isEqualTo(InteractionType.RETURN);

    SourceRecords log = server.bean(SourceRecords.class);
    assertThat(log.find(LookupField.EMAIL, " EVA@example.org ", 5))
        .containsExactly(first.record().subject());
    assertThat(log.find(LookupField.PHONE, "030/901820", 5))
        .containsExactly(first.record().subject());
    assertThat(log.find(LookupField.ORDER, "b1", 5)).containsExactly(first.record().subject());
    assertThat(log.find(LookupField.POSTAL_CODE, "10115", 5)).contains(first.record().subject());
    assertThat(log.find(LookupField.SUBJECT_KEY, "K1", 5))
        .containsExactly(first.record().subject());
  }

  @Test
  void asked_values_areMaskedAndListedForReview(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping("review") + "extra: [memo]\n");
    files.write(
        "orders.csv",
        """
        order_no,customer,email,sku,qty,price,at,memo
        O1,C1,a@example.org,S1,1,1.00,2026-01-01 10:00:00,4111111111111111
        """);

    FeedReport report = server.importOne(folder);

    assertThat(report.screened()).containsEntry("review", 1L);
    OpenedRecord record = server.log("review").getFirst();
    assertThat(record.document().extra()).containsEntry("memo", "[card •••• 1111]");
    assertThat(server.bean(ScreeningReview.class).newest(10))
        .contains(new ScreeningReview.Item(record.record().id(), "memo", "card"));
  }

  @Test
  void latin1File_withoutDeclaredEncoding_isReadRight(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        "source: latin\n"
            + "channel: other\n"
            + "files: [\"*.csv\"]\n"
            + "rows: upserts\n"
            + "subject: {key: id}\n"
            + "person: {family-name: name}\n");
    files.write("p.csv", "id;name\n1;Müller\n2;Sánchez\n", StandardCharsets.ISO_8859_1);

    server.run(folder);

    assertThat(server.log("latin"))
        .flatExtracting(record -> record.document().values())
        .extracting(value -> value.value())
        .containsExactly("Müller", "Sánchez");
  }

  @Test
  void upserts_withNewerVersions_replaceAndKeepHistory(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        "source: ups\n"
            + "channel: other\n"
            + "files: [\"*.csv\"]\n"
            + "rows: upserts\n"
            + "version: updated\n"
            + "subject: {key: id}\n"
            + "person: {family-name: name}\n");
    Path one = files.write("1.csv", "id,name,updated\n1,Old,2026-01-01\n2,Same,2026-01-01\n");
    Path two = files.write("2.csv", "id,name,updated\n1,New,2026-02-01\n2,Same,2026-01-01\n");

    assertThat(server.importOne(two).accepted()).isEqualTo(2);
    FeedReport older = server.importOne(one);
    assertThat(older.accepted()).isEqualTo(1);
    assertThat(older.duplicates()).isEqualTo(1);

    List<OpenedRecord> records = server.log("ups");
    assertThat(records).hasSize(3);
    assertThat(records.getFirst().record().item()).isEqualTo(records.getLast().record().item());
    assertThat(records.getFirst().record().occurredAt())
        .isAfter(records.getLast().record().occurredAt());
  }

  @Test
  void snapshot_withMissingRows_marksThemGone_andBackAgain(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        "source: snap\n"
            + "channel: other\n"
            + "files: [\"*.csv\"]\n"
            + "rows: snapshot\n"
            + "subject: {key: id}\n"
            + "person: {family-name: name}\n");
    Path monday = files.write("monday.csv", "id,name\n1,Ann\n2,Bob\n3,Cid\n");
    Path tuesday = files.write("tuesday.csv", "id,name\n3,Cid\n1,Anna\n");

    assertThat(server.importOne(monday).accepted()).isEqualTo(3);
    FeedReport second = server.importOne(tuesday);
    assertThat(second.accepted()).isEqualTo(1);
    assertThat(second.replaced()).isEqualTo(1);
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(second.gone()).isEqualTo(1);
    assertThat(server.log("snap").getLast().record().gone()).isTrue();

    assertThat(server.importOne(tuesday).gone()).isZero();
    Path wednesday = files.write("wednesday.csv", "id,name\n1,Anna\n2,Bob\n3,Cid\n");
    FeedReport third = server.importOne(wednesday);
    assertThat(third.accepted()).isEqualTo(1);
    assertThat(third.gone()).isZero();

    Path broken = files.write("thursday.csv", "id,name\n1,Anna\n\"2,Bob\n");
    FeedReport fourth = server.importOne(broken);
    assertThat(fourth.gone()).isZero();
  }

  @Test
  void subjectOfAnotherSource_beforeThatSource_isTheSameSubject(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "orders.mapping.yaml",
        TestFiles.ordersMapping("laterweb")
            .replace("{key: customer}", "{key: customer, of: latercrm}"));
    files.write("orders.csv", TestFiles.orders(1, 1));
    files.write(
        "crm.mapping.yaml",
        "source: latercrm\n"
            + "channel: other\n"
            + "files: [\"crm.tsv\"]\n"
            + "rows: upserts\n"
            + "subject: {key: id}\n"
            + "person: {family-name: name}\n");
    Path crm = files.write("crm.tsv", "id\tname\nC1\tLate\n");

    server.run(folder.resolve("orders.csv"));
    server.run(crm);

    assertThat(server.log("laterweb").getFirst().record().subject())
        .isEqualTo(server.log("latercrm").getFirst().record().subject());
  }

  @Test
  void lookups_acrossFiles_giveTheirColumns(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "people.mapping.yaml",
        """
        source: lookups
        channel: other
        files: [people.csv]
        rows: upserts
        country: US
        subject: {key: id, kind: {constant: organization, when: shop, matches: ".+", default: person}}
        lookups:
          links: {file: links.csv, key: person, by: id}
          homes: {file: homes.csv, key: home, by: links.home}
        person: {family-name: name, address-level2: homes.city}
        """);
    files.write("people.csv", "id,name,shop\n1,Ann,\n2,Bob,x\n");
    files.write("links.csv", "person,home\n1,h1\n2,h9\n");
    files.write("homes.csv", "home,city\nh1,Springfield\n");

    FeedReport report = server.importOne(folder);
    List<OpenedRecord> records = server.log("lookups");

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(records.getFirst().document().values(PersonalField.LOCALITY).map(v -> v.value()))
        .containsExactly("Springfield");
    assertThat(records.getLast().document().values(PersonalField.LOCALITY)).isEmpty();
    assertThat(records)
        .extracting(record -> record.record().kind())
        .containsExactly(SubjectKind.PERSON, SubjectKind.ORGANIZATION);
  }
}
