package io.cornerstore.sampletown;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name, in the order of the names. Not thread-safe. */
final class Tally {

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String name, long count) {
    counts.merge(name, count, Long::sum);
  }

  Map<String, Long> counts() {
    return java.util.Collections.unmodifiableMap(counts);
  }
}
