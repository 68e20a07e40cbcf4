package io.cornerstore.bench;

import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.PartialDate;
import io.cornerstore.linkage.PostalAddress;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.SearchQuery;
import io.cornerstore.linkage.TrainingOptions;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The resident index of linkage in process: heap of a record, comparing a pair, upserts with
 * linking one by one and in batches on all threads, who a record is, and searches as people type
 * them.
 *
 * <p>{@code bench/run resident [people=330000] [seed=1] [upserts=50000] [queries=5000]}
 */
public final class Resident {

  private static final int BATCH = 500;

  private Resident() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "people");
    int people = given.number("people", 330_000);
    int added = given.number("upserts", 50_000);
    FlatTown town = FlatTown.of(Program.installed(), people, given.number("seed", 1));
    ResidentIndex index = new ResidentIndex();
    List<LinkageRecord> later = new ArrayList<>();
    read(town, 0, added, later::add);
    double before = usedMegabytes();
    read(town, added, Integer.MAX_VALUE, index::put);
    index.use(index.train(TrainingOptions.defaults()));
    index.prepare();
    double held = usedMegabytes() - before;
    int records = index.size();
    double pair = PairCost.micros(index);
    int half = later.size() / 2;
    Spent upserts = upsert(index, later.subList(0, half), 1);
    Spent batches = upsert(index, later.subList(half, later.size()), BATCH);
    long[] asked = ask(index, later);
    long[] searches = search(index, later, given.number("queries", 5_000));
    new Table("Resident index of a sample town of %,d people".formatted(people))
        .row("records", "%,d", records)
        .row("heap of a record", "%.0f bytes", held * 1024 * 1024 / records)
        .row("processor time of a pair", "%.3f us", pair)
        .row("put and relink, one thread", "%,.0f records/s", upserts.rate())
        .row("processor time of one", "%.0f us", upserts.processorMicros())
        .row("put and relink, 500 at a time", "%,.0f records/s", batches.rate())
        .row("who is this, median", "%.3f ms", asked[asked.length / 2] / 1e6)
        .row("who is this, p99", "%.3f ms", asked[asked.length * 99 / 100] / 1e6)
        .row("search, median", "%.2f ms", searches[searches.length / 2] / 1e6)
        .row("search, p99", "%.2f ms", searches[searches.length * 99 / 100] / 1e6)
        .print();
    Machine.here().print();
  }

  /* The records from one row up to another. */
  private static void read(FlatTown town, int from, int to, Consumer<LinkageRecord> receiver) {
    try (RowReader rows = TabularSource.of(town.records()).open(TabularOptions.detect())) {
      RowResult next = rows.next();
      for (int i = 0; i < to && next != null; i++) {
        if (i >= from && next instanceof Row row) {
          receiver.accept(record(row));
        }
        next = rows.next();
      }
    }
  }

  /* What so many records took; on a shared machine the processor's time says more. */
  private record Spent(int records, long nanos, long processorNanos) {
    double rate() {
      return records * 1e9 / nanos;
    }

    double processorMicros() {
      return processorNanos / 1e3 / records;
    }
  }

  private static Spent upsert(ResidentIndex index, List<LinkageRecord> later, int batch) {
    int warm = later.size() / 5;
    put(index, later.subList(0, warm), batch);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long processor = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    put(index, later.subList(warm, later.size()), batch);
    return new Spent(
        later.size() - warm,
        System.nanoTime() - start,
        threads.getCurrentThreadCpuTime() - processor);
  }

  private static void put(ResidentIndex index, List<LinkageRecord> some, int batch) {
    for (int from = 0; from < some.size(); from += batch) {
      int[] handles =
          some.subList(from, Math.min(some.size(), from + batch)).stream()
              .mapToInt(index::put)
              .toArray();
      index.relink(handles, Constraints.none());
    }
  }

  private static long[] ask(ResidentIndex index, List<LinkageRecord> known) {
    long[] nanos = new long[known.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      index.candidates(known.get(i), 10);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static long[] search(ResidentIndex index, List<LinkageRecord> known, int queries) {
    long[] nanos = new long[queries];
    for (int i = -queries / 5; i < queries; i++) {
      LinkageRecord record = known.get(Math.floorMod(i * 7919, known.size()));
      String text = (record.givenName() + " " + record.familyName()).strip();
      SearchQuery query = SearchQuery.text(text.isEmpty() ? "smith" : text);
      long start = System.nanoTime();
      index.search(query, 10);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static LinkageRecord record(Row row) {
    LinkageRecord.Builder record =
        LinkageRecord.builder()
            .givenName(text(row, "given_name"))
            .familyName(text(row, "family_name"))
            .birthDate(date(text(row, "birth_date")))
            .sex(text(row, "sex"))
            .email(text(row, "email"))
            .phone(text(row, "phone"));
    String street = text(row, "street");
    String city = text(row, "city");
    String code = text(row, "postcode");
    if (!(street + city + code).isEmpty()) {
      record.address(new PostalAddress(street, "", city, "", code, ""));
    }
    return record.build();
  }

  private static @Nullable PartialDate date(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d") ? PartialDate.parse(text) : null;
  }

  private static String text(Row row, String column) {
    String value = row.value(column);
    return value == null ? "" : value;
  }

  private static double usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
