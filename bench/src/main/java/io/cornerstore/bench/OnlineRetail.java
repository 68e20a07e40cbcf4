package io.cornerstore.bench;

import static io.cornerstore.bench.RealInput.check;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.LogBatch;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.tabular.Row;
import io.cornerstore.vault.UnsealPermits;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports the two years of UCI's Online Retail (doi 10.1057/dbm.2012.17) and checks what became of
 * its traps against the file itself. Arguments: the folder of the data; optionally that of the
 * mappings.
 */
public final class OnlineRetail {

  private static final String FILE = "online_retail_2010_2011.csv.gz";

  /** What the file says of itself. */
  private static final class Facts {
    private final Set<String> distinct = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private long lines;
    private long anonymous;
    private long cancelled;
    private long charges;

    void take(Row row) {
      lines++;
      distinct.add(row.asReceived());
      String customer = String.valueOf(row.value("CustomerID"));
      anonymous += customer.isEmpty() ? 1 : 0;
      customers.add(customer);
      cancelled += String.valueOf(row.value("InvoiceNo")).startsWith("C") ? 1 : 0;
      charges += String.valueOf(row.value("StockCode")).matches("[0-9]{5}.*") ? 0 : 1;
    }

    long copies() {
      return lines - distinct.size();
    }

    long named() {
      return customers.size() - (customers.contains("") ? 1L : 0L);
    }
  }

  private final PrintStream out;
  private final List<Boolean> checks = new ArrayList<>();

  private OnlineRetail(PrintStream out) {
    this.out = out;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[0]);
    Path mappings = Path.of(arguments.length > 1 ? arguments[1] : "examples/online-retail");
    OnlineRetail run = new OnlineRetail(System.out);
    run.run(data, mappings);
    System.exit(RealInput.exit(run.checks));
  }

  private void run(Path data, Path mappings) throws IOException, InterruptedException {
    Facts facts = new Facts();
    RealInput.rows(data.resolve(FILE), facts::take);
    Path folder = Files.createTempDirectory("online-retail");
    try (RealInput input = new RealInput(folder, out)) {
      Path feeds = input.feeds(data, mappings, text -> text);
      ImportReport report = input.load(feeds);
      FeedReport feed = RealInput.feed(report, "online-retail");
      expect("lines read", feed.rows(), facts.lines);
      expect(
          "lines logged or in quarantine", report.appended() + report.quarantined(), facts.lines);
      out.printf("of them in quarantine: %,d%n", report.quarantined());
      out.printf("exact copies of another line, kept: %,d%n", facts.copies());
      expect(
          "customers",
          input.count("select count(*) from identity.customer where live"),
          facts.named());
      expect("lines without a customer, kept", anonymous(input), facts.anonymous);
      lines(input, facts);
      again(input, feeds, report.head());
    }
  }

  private void expect(String what, long found, long wanted) {
    checks.add(check(out, what, found, wanted));
  }

  private static long anonymous(RealInput input) {
    return input.count(
        """
        select count(*) from intake.source_record r
        where not exists (select from identity.member m where m.subject = r.subject)
        """);
  }

  private void lines(RealInput input, Facts facts) {
    SourceRecords log = input.bean(SourceRecords.class);
    TransactionOperations transactions = input.bean(TransactionOperations.class);
    UnsealPermits permits = input.bean(UnsealPermits.class);
    long returns = 0;
    long charges = 0;
    SourceRecordId cursor = SourceRecordId.NONE;
    for (LogBatch batch = null; batch == null || !batch.atEnd(); cursor = batch.last()) {
      SourceRecordId from = cursor;
      batch =
          transactions.execute(_ ->
              log.after(
                  from,
                  5_000,
                  permits.grant(
                      new Actor.Machine("bench"),
                      AccessPurpose.OPERATION,
                      "bench.count",
                      List.of("lines"))));
      for (var record : batch.records()) {
        Interaction interaction = record.document().interaction();
        if (interaction != null) {
          returns += interaction.type() == InteractionType.RETURN ? 1 : 0;
          charges += interaction.lines().stream().filter(line -> !line.product()).count();
        }
      }
    }
    expect("cancelled lines (C…), counted as returns", returns, facts.cancelled);
    expect("lines that are no products (postage, fees, …)", charges, facts.charges);
  }

  private void again(RealInput input, Path feeds, SourceRecordId head) throws IOException {
    long start = System.nanoTime();
    ImportReport same =
        input.bean(io.cornerstore.intake.FeedImport.class).run(ImportRequest.of(feeds), _ -> {});
    out.printf("the same file again: %.1f s%n", (System.nanoTime() - start) / 1e9);
    expect("new entries by the same file again", same.head().value() - head.value(), 0);
    Path shuffled = shuffled(feeds);
    start = System.nanoTime();
    ImportReport sorted =
        input.bean(io.cornerstore.intake.FeedImport.class).run(ImportRequest.of(shuffled), _ -> {});
    out.printf("its lines in another order and file: %.1f s%n", (System.nanoTime() - start) / 1e9);
    expect(
        "new entries by its lines in another order and file",
        sorted.head().value() - head.value(),
        0);
  }

  private static Path shuffled(Path feeds) throws IOException {
    Path copy = feeds.resolve("online_retail_shuffled.csv.gz");
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(feeds.resolve(FILE))),
                StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    }
    Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(copy)), StandardCharsets.UTF_8))) {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
    }
    return copy;
  }
}
