package io.cornerstore.linkage.training;

import io.cornerstore.linkage.store.Hashing;
import java.util.Arrays;

/** How often each pattern was seen; not thread-safe. */
public final class PatternCounts {
  private long[] patterns = new long[1 << 10];
  private double[] counts = new double[1 << 10];
  private int size;

  /** Counts a pattern so many times; patterns are never 0. */
  public void add(long pattern, double times) {
    int at = slot(pattern);
    if (patterns[at] == 0) {
      patterns[at] = pattern;
      size++;
    }
    counts[at] += times;
    if (size * 2 > patterns.length) {
      grow();
    }
  }

  /** Counts everything counted elsewhere. */
  public void addAll(PatternCounts other) {
    for (int i = 0; i < other.patterns.length; i++) {
      if (other.patterns[i] != 0) {
        add(other.patterns[i], other.counts[i]);
      }
    }
  }

  /** The patterns seen, ascending, so that sums over them come out the same every time. */
  public long[] patterns() {
    return Arrays.stream(patterns).filter(pattern -> pattern != 0).sorted().toArray();
  }

  /** How often a pattern was seen. */
  public double count(long pattern) {
    return counts[slot(pattern)];
  }

  /** Number of pairs counted. */
  public double total() {
    return Arrays.stream(patterns()).mapToDouble(this::count).sum();
  }

  private int slot(long pattern) {
    int mask = patterns.length - 1;
    int at = Hashing.of(pattern) & mask;
    while (patterns[at] != 0 && patterns[at] != pattern) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldPatterns = patterns;
    double[] oldCounts = counts;
    patterns = new long[oldPatterns.length * 2];
    counts = new double[patterns.length];
    for (int i = 0; i < oldPatterns.length; i++) {
      if (oldPatterns[i] != 0) {
        int at = slot(oldPatterns[i]);
        patterns[at] = oldPatterns[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
