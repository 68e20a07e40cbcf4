package io.cornerstore.bench;

import java.util.Arrays;

/** Sorted durations, all of one unit. */
record Latencies(double[] sorted) {

  static Latencies of(double[] durations) {
    double[] sorted = durations.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /** The smallest duration that this share of all does not exceed (nearest rank); NaN for none. */
  double quantile(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }
}
