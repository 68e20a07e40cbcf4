package io.cornerstore.bench;

import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How right clusters of a flat town are, by pairs of records; a true pair that was never compared
 * is missed.
 *
 * @param precision share of the joined pairs that are true
 * @param recall share of the true pairs that are joined
 */
record LinkScore(double precision, double recall) {

  /** Harmonic mean of both. */
  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT, "precision %.4f, recall %.4f, F1 %.4f", precision, recall, f1());
  }

  /**
   * Compares a file of clusters, whose rows stand in the order of the records, with the truth.
   *
   * @param column the column with the number of the cluster
   */
  static LinkScore of(FlatTown town, Path clusters, String column) {
    Persons persons = Persons.read(town.truth());
    long[] joined = new long[persons.size];
    int size = 0;
    try (RowReader records = open(town.records());
        RowReader found = open(clusters)) {
      for (Row row = next(records); row != null; row = next(records)) {
        Row cluster = next(found);
        if (cluster == null) {
          throw new IllegalStateException("fewer clusters than records in " + clusters);
        }
        int person = persons.of(key(row));
        joined[size++] = Long.parseLong(text(cluster, column)) << 32 | person;
      }
    }
    return score(Arrays.copyOf(joined, size));
  }

  /* Each record as (cluster, person). */
  private static LinkScore score(long[] joined) {
    Arrays.sort(joined);
    double hits = pairs(joined, 0);
    double found = pairs(joined, 32);
    for (int i = 0; i < joined.length; i++) {
      joined[i] <<= 32;
    }
    Arrays.sort(joined);
    double total = pairs(joined, 32);
    return new LinkScore(found == 0 ? 1 : hits / found, hits / total);
  }

  /* Pairs within runs of equal values, but for so many low bits. */
  private static double pairs(long[] sorted, int shift) {
    double pairs = 0;
    long run = 0;
    for (int i = 1; i < sorted.length; i++) {
      run = sorted[i] >> shift == sorted[i - 1] >> shift ? run + 1 : 0;
      pairs += run;
    }
    return pairs;
  }

  private static RowReader open(Path file) {
    return TabularSource.of(file).open(TabularOptions.detect());
  }

  private static @org.jspecify.annotations.Nullable Row next(RowReader reader) {
    RowResult next = reader.next();
    return next == null ? null : (Row) next;
  }

  private static String text(Row row, String column) {
    String value = row.value(column);
    if (value == null) {
      throw new IllegalStateException("there is no column " + column);
    }
    return value;
  }

  /* Sixty-four bits of source and identifier: no two of ten million agree by chance. */
  private static long key(Row row) {
    long hash = 1;
    for (String part : new String[] {text(row, "source"), text(row, "id")}) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      hash = (hash ^ 0x1f) * 0xBF58476D1CE4E5B9L;
    }
    return hash == 0 ? 1 : hash;
  }

  /** Numbers of persons by the key of a record, in a table of open addressing. */
  private static final class Persons {
    private long[] keys = new long[1 << 16];
    private int[] persons = new int[1 << 16];
    private int size;

    static Persons read(Path truth) {
      Persons all = new Persons();
      try (RowReader rows = open(truth)) {
        for (Row row = next(rows); row != null; row = next(rows)) {
          all.add(key(row), Integer.parseInt(text(row, "person").replaceAll("\\D", "")));
        }
      }
      return all;
    }

    int of(long key) {
      int at = place(key);
      if (keys[at] != key) {
        throw new IllegalStateException("a record has no truth");
      }
      return persons[at];
    }

    private void add(long key, int person) {
      if (++size * 2L > keys.length) {
        long[] oldKeys = keys;
        int[] oldPersons = persons;
        keys = new long[oldKeys.length * 2];
        persons = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
          if (oldKeys[i] != 0) {
            put(oldKeys[i], oldPersons[i]);
          }
        }
      }
      put(key, person);
    }

    private void put(long key, int person) {
      int at = place(key);
      keys[at] = key;
      persons[at] = person;
    }

    private int place(long key) {
      int at = (int) (key >>> 20) & keys.length - 1;
      while (keys[at] != 0 && keys[at] != key) {
        at = at + 1 & keys.length - 1;
      }
      return at;
    }
  }
}
