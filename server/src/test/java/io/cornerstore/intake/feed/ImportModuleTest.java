package io.cornerstore.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportProgress;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.IntakeServer;
import io.cornerstore.intake.MappingRefused;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.TestFiles;
import io.cornerstore.testkit.Shared;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the import: again, at once, in folders, dry, and refused. */
class ImportModuleTest {

  @RegisterExtension
  static final Shared<IntakeServer> SERVER = Shared.of(IntakeServer.class, IntakeServer::start);

  private final IntakeServer server;

  ImportModuleTest(IntakeServer server) {
    this.server = server;
  }

  @Test
  void file_importedAgainRenamedResortedOverlapping_changesNothing(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    Path mapping = files.write("mapping.yaml", TestFiles.ordersMapping("again"));
    String orders =
        TestFiles.orders(0, 400) + "O5,C5,c5@example.org,S5,3,9.99,2026-01-06 10:05:00\n";
    Path first = files.write("orders.csv", orders);

    assertThat(server.importOne(first).accepted()).isEqualTo(401);
    assertThat(server.importOne(first).duplicates()).isEqualTo(401);

    Path renamed = files.write("renamed.csv", orders);
    assertThat(server.importOne(renamed).accepted()).isZero();

    List<String> lines = new ArrayList<>(orders.lines().toList());
    String header = lines.removeFirst();
    Collections.shuffle(lines, new Random(7));
    Path sorted = files.write("sorted.csv", header + "\n" + String.join("\n", lines) + "\n");
    FeedReport resorted = server.importOne(sorted);
    assertThat(resorted.accepted()).isZero();
    assertThat(resorted.duplicates()).isEqualTo(401);

    Path semicolons = files.write("semicolons.csv", orders.replace(',', ';'));
    assertThat(server.importOne(semicolons).accepted()).isZero();

    Path overlapping = files.write("overlapping.csv", TestFiles.orders(300, 200));
    FeedReport overlap = server.importOne(overlapping);
    assertThat(overlap.accepted()).isEqualTo(100);
    assertThat(overlap.duplicates()).isEqualTo(100);

    Path alone = files.write("alone.csv", orders);
    Path beside = files.write("alone.csv.mapping.yaml", TestFiles.ordersMapping("again"));
    mapping.toFile().delete();
    assertThat(server.importOne(alone).accepted()).isZero();
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
    assertThat(server.log("both")).hasSize(8000);
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

    FeedReport report = server.importOne(file);

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
    FeedReport again = server.importOne(file);
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
  void folder_withReferenceFeeds_readsThemFirst(@TempDir Path folder) {
    TestFiles files = new TestFiles(folder);
    files.write("a.mapping.yaml", TestFiles.ordersMapping("folder").replace("*.csv", "o*.csv"));
    files.write("orders.csv", TestFiles.orders(1, 3));
    files.write(
        "products.mapping.yaml",
        "reference: products\n"
            + "source: cat\n"
            + "files: [products.csv]\n"
            + "currency: GBP\n"
            + "fields: {sku: code, name: title, price: price}\n");
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
        "reference: products\n"
            + "source: cat\n"
            + "files: [products.tsv]\n"
            + "fields: {sku: code, name: title}\n");
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

  private static FeedReport only(ImportReport report) {
    assertThat(report.feeds()).hasSize(1);
    return report.feeds().getFirst();
  }
}
