package io.cornerstore.cli.link;

import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.Partition;
import io.cornerstore.linkage.ScoredPair;
import io.cornerstore.tabular.ParquetRowWriter.Column;
import io.cornerstore.tabular.RowWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what scripts rely on: {@code clusters} and {@code pairs}, as CSV or Parquet. */
final class LinkOutput {
  private static final List<Column> CLUSTERS =
      List.of(
          Column.text("source"),
          Column.text("id"),
          Column.whole("cluster"),
          Column.whole("certain"));
  private static final List<Column> PAIRS =
      List.of(
          Column.text("source_a"),
          Column.text("id_a"),
          Column.text("source_b"),
          Column.text("id_b"),
          Column.number("probability"),
          Column.number("weight"),
          Column.text("decision"));
  private final Path folder;
  private final OutputFormat format;
  private final Records records;

  /** Where the records come from, by handle. */
  interface Records {
    /** Name of the file, without ending. */
    String source(int handle);

    /** Identifier in the file. */
    String id(int handle);
  }

  LinkOutput(Path folder, OutputFormat format, Records records) throws IOException {
    this.format = format;
    this.folder = Files.createDirectories(folder);
    this.records = records;
  }

  /** One line a record, with both answers; clusters are numbered from 1 on. */
  void clusters(int[] best, int[] certain) throws IOException {
    try (RowWriter out = format.open(folder, "clusters", CLUSTERS)) {
      for (int handle = 0; handle < best.length; handle++) {
        out.write(
            List.of(
                records.source(handle),
                records.id(handle),
                Integer.toString(best[handle]),
                Integer.toString(certain[handle])));
      }
    }
  }

  /** The pairs that link, and those a person should look at. */
  void pairs(Partition partition, int[] best, int[] certain) throws IOException {
    try (RowWriter out = format.open(folder, "pairs", PAIRS)) {
      for (Cluster cluster : partition.clusters()) {
        for (ScoredPair pair : cluster.edges()) {
          pair(out, pair, decision(pair, best, certain));
        }
      }
      for (ScoredPair pair : partition.review()) {
        pair(out, pair, decision(pair, best, certain));
      }
    }
  }

  private static String decision(ScoredPair pair, int[] best, int[] certain) {
    if (certain[pair.a()] == certain[pair.b()]) {
      return "link";
    }
    return best[pair.a()] == best[pair.b()] ? "review" : "non-link";
  }

  private void pair(RowWriter out, ScoredPair pair, String decision) {
    out.write(
        List.of(
            records.source(pair.a()),
            records.id(pair.a()),
            records.source(pair.b()),
            records.id(pair.b()),
            decimal(pair.probability(), 6),
            decimal(pair.bits(), 2),
            decision));
  }

  /* A number with so many places; a format would take longer than all else of a line. */
  static String decimal(double value, int places) {
    long scale = places == 2 ? 100 : 1_000_000;
    long scaled = Math.round(Math.abs(value) * scale);
    StringBuilder text = new StringBuilder(12);
    if (value < 0 && scaled != 0) {
      text.append('-');
    }
    String fraction = Long.toString(scaled % scale);
    return text.append(scaled / scale)
        .append('.')
        .repeat('0', places - fraction.length())
        .append(fraction)
        .toString();
  }

  /** The number of the cluster of each handle, from 1 on. */
  static int[] numbers(Partition partition, int records) {
    int[] numbers = new int[records];
    int number = 0;
    for (Cluster cluster : partition.clusters()) {
      number++;
      for (int handle : cluster.members()) {
        numbers[handle] = number;
      }
    }
    return numbers;
  }
}
