package io.cornerstore.sampletown;

import java.util.List;

/**
 * A small stream of random numbers (SplitMix64; Steele, Lea and Flood 2014) that can be started
 * anywhere from a seed and a few parts, so that each household and each channel has its own and
 * none depends on how many others were drawn before. Not thread-safe.
 */
final class Dice {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, long salt, long number) {
    return new Dice(mix(mix(seed + STEP) ^ mix(salt * STEP + number)));
  }

  /** A hash of two numbers, for values that are looked up rather than drawn. */
  static long hash(long seed, long number) {
    return mix(mix(seed + STEP) + number * STEP);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** A whole number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** A number from 0 up to but not including 1. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** Index of one of the weights, in proportion to them. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = unit() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** About normal: mean 0, deviation 1, never beyond 6 (sum of twelve). */
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  /** Poisson by Knuth's product; fine for means up to a few hundred. */
  int poisson(double mean) {
    double floor = Math.exp(-mean);
    int count = 0;
    for (double product = unit(); product > floor; product *= unit()) {
      count++;
    }
    return count;
  }
}
