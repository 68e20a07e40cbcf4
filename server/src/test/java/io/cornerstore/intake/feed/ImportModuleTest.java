package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportProgress;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.LookupField;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.ScreeningReview;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportModuleTest {

  private IntakeServer server;

  @BeforeAll
  void start() {
    server = IntakeServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private FeedReport only(ImportReport report) {
    assertThat(report.feeds()).hasSize(1);
    return report.feeds().getFirst();
  }

  private List<OpenedRecord> recordsOf(String source) {
    return server.log().stream()
        .filter(opened -> opened.record().source().code().equals(source))
        .toList();
  }

  @Test
  void file_importedAgainRenamedResortedOverlapping_changesNothing(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    Path mapping = files.write("mapping.yaml", TestFiles.ordersMapping("again"));
    String orders =
        TestFiles.orders(0, 400) + "O5,C5,c5@example.org,S5,3,9.99,2026-01-06 10:05:00\n";
    Path first = files.write("orders.csv", orders);

    assertThat(only(server.run(first)).accepted()).isEqualTo(401);
    assertThat(only(server.run(first)).duplicates()).isEqualTo(401);

    Path renamed = files.write("renamed.csv", orders);
    assertThat(only(server.run(renamed)).accepted()).isZero();

    List<String> lines = new ArrayList<>(orders.lines().toList());
    String header = lines.removeFirst();
    Collections.shuffle(lines, new Random(7));
    Path sorted = files.write("sorted.csv", header + "\n" + String.join("\n", lines) + "\n");
    FeedReport resorted = only(server.run(sorted));
    assertThat(resorted.accepted()).isZero();
    assertThat(resorted.duplicates()).isEqualTo(401);

    Path semicolons = files.write("semicolons.csv", orders.replace(',', ';'));
    assertThat(only(server.run(semicolons)).accepted()).isZero();

    Path overlapping = files.write("overlapping.csv", TestFiles.orders(300, 200));
    FeedReport overlap = only(server.run(overlapping));
    assertThat(overlap.accepted()).isEqualTo(100);
    assertThat(overlap.duplicates()).isEqualTo(100);

    Path alone = files.write("alone.csv", orders);
    Path beside = files.write("alone.csv.mapping.yaml", TestFiles.ordersMapping("again"));
    mapping.toFile().delete();
    assertThat(only(server.run(alone)).accepted()).isZero();
    assertThat(beside).exists();
  }

  @Test
  void sameFile_byTwoProcessesAtOnce_countsOnce(@TempDir Path folder) throws Exception {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping("both"));
    Path file = files.write("orders.csv", TestFiles.orders(0, 8000));
    Path copy = files.write("copy.csv", TestFiles.orders(0, 8000));
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<ImportReport> one = two.submit(() -> server.run(file));
      Future<ImportReport> other = two.submit(() -> server.run(copy));
      assertThat(one.get().appended() + other.get().appended()).isEqualTo(8000);
    }
    assertThat(recordsOf("both")).hasSize(8000);
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

    FeedReport report = only(server.run(folder));
    List<OpenedRecord> records = recordsOf("parts");

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
  void badRows_goToQuarantineWithTheirPlace_andTheRestGoesOn(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    Path mapping = files.write("mapping.yaml", TestFiles.ordersMapping("bad"));
    Path file =
        files.write(
            "orders.csv",
            """
            order_no,customer,email,sku,qty,price,at
            O1,C1,a@example.org,S1,1,1.00,2026-01-01 10:00:00
            O2,C2,b@example.org,S1,1,1.00,yesterday
            O3,C3,c@example.org,S1,many,1.00,2026-01-01 10:00:00
            O4,C4,"broken,S1,1,1.00
            O5,C5,d@example.org,S1,1,1.00,2026-01-01 10:00:00
            O6,C6,e@example.org,4111 1111 1111 1111,1,free,2026-01-01 10:00:00
            """);

    FeedReport report = only(server.run(file));

    assertThat(report.accepted() + report.quarantinedRows()).isEqualTo(report.rows());
    assertThat(report.quarantined()).containsEntry("the time is in none of the formats", 1L);
    Quarantine quarantine = server.bean(Quarantine.class);
    List<QuarantinedRow> rows =
        quarantine.newest(100).stream().filter(row -> row.file().equals(file.toString())).toList();
    assertThat(rows)
        .anySatisfy(row -> {
          assertThat(row.line()).isEqualTo(3);
          assertThat(row.column()).isEqualTo("at");
        })
        .anySatisfy(row -> {
          assertThat(row.line()).isEqualTo(4);
          assertThat(row.column()).isEqualTo("qty");
        });
    assertThat(rows)
        .extracting(row -> server.permitted(permit -> quarantine.open(row.id(), permit)).orElse(""))
        .anyMatch(text -> text.contains("[card •••• 1111]"))
        .noneMatch(text -> text.contains("4111 1111"));

    long before = rows.size();
    files.write("mapping.yaml", mappingWithDefaultTime());
    FeedReport again = only(server.run(file));
    assertThat(again.accepted()).isEqualTo(1);
    assertThat(quarantine.newest(100).stream().filter(row -> row.file().equals(file.toString())))
        .hasSize((int) before - 1);
    assertThat(mapping).exists();
  }

  private static String mappingWithDefaultTime() {
    return TestFiles.ordersMapping("bad")
        .replace("time: at", "time: {column: at, map: {yesterday: \"2026-01-02\"}}");
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

    FeedReport report = only(server.run(folder));

    assertThat(report.screened()).containsEntry("review", 1L);
    OpenedRecord record = recordsOf("review").getFirst();
    assertThat(record.document().extra()).containsEntry("memo", "[card •••• 1111]");
    assertThat(server.bean(ScreeningReview.class).newest(10))
        .contains(new ScreeningReview.Item(record.record().id(), "memo", "card"));
  }

  @Test
  void latin1File_withoutDeclaredEncoding_isReadRight(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        "source: latin\nchannel: other\nfiles: [\"*.csv\"]\nrows: upserts\nsubject: {key: id}\nperson: {family-name: name}\n");
    files.write("p.csv", "id;name\n1;Müller\n2;Sánchez\n", StandardCharsets.ISO_8859_1);

    server.run(folder);

    assertThat(recordsOf("latin"))
        .flatExtracting(record -> record.document().values())
        .extracting(value -> value.value())
        .containsExactly("Müller", "Sánchez");
  }

  @Test
  void upserts_withNewerVersions_replaceAndKeepHistory(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "mapping.yaml",
        "source: ups\nchannel: other\nfiles: [\"*.csv\"]\nrows: upserts\nversion: updated\nsubject: {key: id}\nperson: {family-name: name}\n");
    Path one = files.write("1.csv", "id,name,updated\n1,Old,2026-01-01\n2,Same,2026-01-01\n");
    Path two = files.write("2.csv", "id,name,updated\n1,New,2026-02-01\n2,Same,2026-01-01\n");

    assertThat(only(server.run(two)).accepted()).isEqualTo(2);
    FeedReport older = only(server.run(one));
    assertThat(older.accepted()).isEqualTo(1);
    assertThat(older.duplicates()).isEqualTo(1);

    List<OpenedRecord> records = recordsOf("ups");
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
        "source: snap\nchannel: other\nfiles: [\"*.csv\"]\nrows: snapshot\nsubject: {key: id}\nperson: {family-name: name}\n");
    Path monday = files.write("monday.csv", "id,name\n1,Ann\n2,Bob\n3,Cid\n");
    Path tuesday = files.write("tuesday.csv", "id,name\n3,Cid\n1,Anna\n");

    assertThat(only(server.run(monday)).accepted()).isEqualTo(3);
    FeedReport second = only(server.run(tuesday));
    assertThat(second.accepted()).isEqualTo(1);
    assertThat(second.replaced()).isEqualTo(1);
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(second.gone()).isEqualTo(1);
    assertThat(recordsOf("snap").getLast().record().gone()).isTrue();

    assertThat(only(server.run(tuesday)).gone()).isZero();
    Path wednesday = files.write("wednesday.csv", "id,name\n1,Anna\n2,Bob\n3,Cid\n");
    FeedReport third = only(server.run(wednesday));
    assertThat(third.accepted()).isEqualTo(1);
    assertThat(third.gone()).isZero();

    Path broken = files.write("thursday.csv", "id,name\n1,Anna\n\"2,Bob\n");
    FeedReport fourth = only(server.run(broken));
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
        "source: latercrm\nchannel: other\nfiles: [\"crm.tsv\"]\nrows: upserts\nsubject: {key: id}\nperson: {family-name: name}\n");
    Path crm = files.write("crm.tsv", "id\tname\nC1\tLate\n");

    server.run(folder.resolve("orders.csv"));
    server.run(crm);

    assertThat(recordsOf("laterweb").getFirst().record().subject())
        .isEqualTo(recordsOf("latercrm").getFirst().record().subject());
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

    FeedReport report = only(server.run(folder));
    List<OpenedRecord> records = recordsOf("lookups");

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(records.getFirst().document().values(PersonalField.LOCALITY).map(v -> v.value()))
        .containsExactly("Springfield");
    assertThat(records.getLast().document().values(PersonalField.LOCALITY)).isEmpty();
    assertThat(records)
        .extracting(record -> record.record().kind())
        .containsExactly(SubjectKind.PERSON, SubjectKind.ORGANIZATION);
  }

  @Test
  void folder_withReferenceFeeds_readsThemFirst(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("a.mapping.yaml", TestFiles.ordersMapping("folder").replace("*.csv", "o*.csv"));
    files.write("orders.csv", TestFiles.orders(1, 3));
    files.write(
        "products.mapping.yaml",
        "reference: products\nsource: cat\nfiles: [products.csv]\ncurrency: GBP\nfields: {sku: code, name: title, price: price}\n");
    files.write("products.csv", "code,title,price\nf1,Lamp,9.99\nf2,Vase,x\n");
    files.write("stray.csv", "a,b\n1,2\n");

    ImportReport report = server.run(folder);

    assertThat(report.feeds()).extracting(FeedReport::feed).containsExactly("products", "a");
    assertThat(report.text()).contains("stray.csv");
    assertThat(server.bean(io.cornerstore.intake.Catalogue.class).products(List.of("F1")))
        .containsKey("F1");
    assertThat(report.feeds().getFirst().quarantinedRows()).isEqualTo(1);
    assertThat(server.run(folder).feeds().getFirst().accepted()).isZero();
  }

  @Test
  void dryRun_ofAFile_writesNothingAndSaysWhatWouldHappen(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping("dry"));
    Path file = files.write("orders.csv", TestFiles.orders(0, 100) + "O,C,x,S,1,1,never\n");
    long before = server.bean(SourceRecords.class).head().value();

    FeedReport dry = only(server.bean(FeedImport.class).run(ImportRequest.of(file).dry(), _ -> {}));

    assertThat(dry.accepted()).isEqualTo(100);
    assertThat(dry.quarantinedRows()).isEqualTo(1);
    assertThat(server.bean(SourceRecords.class).head().value()).isEqualTo(before);
    server.run(file);
    FeedReport again =
        only(server.bean(FeedImport.class).run(ImportRequest.of(file).dry(), _ -> {}));
    assertThat(again.accepted()).isZero();
    assertThat(again.duplicates()).isEqualTo(100);
  }

  @Test
  void dryRun_ofRepeatedIdsAndKnownProducts_countsThemAsKnown(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("a.mapping.yaml", TestFiles.ordersMapping("twice") + "message-id: order_no\n");
    String orders = TestFiles.orders(0, 3);
    files.write("orders.csv", orders + orders.substring(orders.indexOf('\n') + 1));
    files.write(
        "products.mapping.yaml",
        "reference: products\nsource: cat\nfiles: [products.tsv]\nfields: {sku: code, name: title}\n");
    files.write("products.tsv", "code\ttitle\nd1\tLamp\nd2\tVase\nd2\tVase\n");
    FeedImport imports = server.bean(FeedImport.class);

    assertThat(imports.run(ImportRequest.of(folder).dry(), _ -> {}).feeds())
        .extracting(FeedReport::accepted)
        .containsExactly(2L, 3L);
    server.run(folder);
    assertThat(imports.run(ImportRequest.of(folder).dry(), _ -> {}).feeds())
        .extracting(FeedReport::accepted)
        .containsExactly(0L, 0L);
  }

  @Test
  void textFiles_inAFolder_areDataWhereAMappingSaysSo(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("mapping.yaml", TestFiles.ordersMapping("texts").replace("*.csv", "orders*.txt"));
    files.write("orders.txt", TestFiles.orders(0, 3));
    files.write("readme.txt", "Orders of the shop.\n");

    ImportReport report = server.run(folder);

    assertThat(only(report).accepted()).isEqualTo(3);
    assertThat(report.text()).contains("readme.txt");
  }

  @Test
  void standardInput_withAMapping_isImported(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    Path mapping = files.write("m.yaml", TestFiles.ordersMapping("stdin"));
    var stream = new ByteArrayInputStream(TestFiles.orders(0, 10).getBytes(StandardCharsets.UTF_8));
    List<ImportProgress> progress = new ArrayList<>();

    ImportReport report =
        server
            .bean(FeedImport.class)
            .run(new ImportRequest(List.of(), stream, mapping, false), progress::add);

    assertThat(report.appended()).isEqualTo(10);
    assertThat(progress).isNotEmpty();
  }

  @Test
  void mappings_withMistakesInSeveralFiles_areRefusedTogether(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write(
        "a.mapping.yaml",
        TestFiles.ordersMapping("refused").replace("email: email", "email: emial"));
    files.write("b.mapping.yaml", "sauce: x\n");
    Path file = files.write("orders.csv", TestFiles.orders(0, 3));
    long before = server.bean(SourceRecords.class).head().value();

    assertThatThrownBy(() -> server.run(folder))
        .isInstanceOf(MappingRefused.class)
        .hasMessageContaining("Maybe 'email'?")
        .hasMessageContaining("unknown key 'sauce' in the mapping. Maybe 'source'?");
    assertThat(server.bean(SourceRecords.class).head().value()).isEqualTo(before);
    assertThat(file).exists();
  }
}
