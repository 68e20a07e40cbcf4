package io.cornerstore.cli.link;

import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.Partition;
import io.cornerstore.linkage.ScoredPair;
import io.cornerstore.tabular.CsvRowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what scripts rely on: {@code clusters.csv} and {@code pairs.csv}. */
final class LinkOutput {
  private static final int BUFFER = 1 << 16;
  private final Path folder;
  private final Records records;

  /** Where the records come from, by handle. */
  interface Records {
    /** Name of the file, without ending. */
    String source(int handle);

    /** Identifier in the file. */
    String id(int handle);
  }

  LinkOutput(Path folder, Records records) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.records = records;
  }

  /** One line a record, with both answers; clusters are numbered from 1 on. */
  void clusters(int[] best, int[] certain) throws IOException {
    try (CsvRowWriter out = open("clusters.csv", "source", "id", "cluster", "certain")) {
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
  void pairs(Partition certain, int[] best) throws IOException {
    try (CsvRowWriter out =
        open(
            "pairs.csv",
            "source_a",
            "id_a",
            "source_b",
            "id_b",
            "probability",
            "weight",
            "decision")) {
      for (Cluster cluster : certain.clusters()) {
        for (ScoredPair pair : cluster.edges()) {
          pair(out, pair, "link");
        }
      }
      for (ScoredPair pair : certain.review()) {
        pair(out, pair, best[pair.a()] == best[pair.b()] ? "review" : "non-link");
      }
    }
  }

  private void pair(CsvRowWriter out, ScoredPair pair, String decision) {
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

  private CsvRowWriter open(String name, String... columns) throws IOException {
    OutputStream file = Files.newOutputStream(folder.resolve(name));
    return new CsvRowWriter(
        new BufferedOutputStream(file, BUFFER), List.of(columns), CsvRowWriter.Options.DEFAULT);
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
