package io.cornerstore.linkage.training;

import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.scoring.Weights;
import java.util.function.Supplier;

/** Estimates u-probabilities from pairs picked at random, almost none of which match. */
final class RandomPairs {
  /*
   * A few random pairs match after all; as many as the match rate says are taken off again, level
   * by level, else in a small file the rarest agreements would all be matches.
   */
  private static final int PART = 1 << 12;
  private static final double IMAGINED = 20;
  private static final double FLOOR = 0.25;
  private final double[] counts = Weights.table();

  /** Compares random pairs of these records. */
  RandomPairs(int[] handles, int pairs, long seed, Workers workers, Supplier<PairScorer> scorers) {
    if (handles.length < 2) {
      return;
    }
    int parts = (pairs + PART - 1) / PART;
    double[][] found = new double[parts][];
    workers.run(
        parts,
        () -> {
          PairScorer scorer = scorers.get();
          return part -> found[part] = sample(handles, seed + part * 0x9E37L, scorer);
        });
    for (double[] some : found) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += some[i];
      }
    }
  }

  private static double[] sample(int[] handles, long seed, PairScorer scorer) {
    double[] sums = Weights.table();
    long state = seed;
    for (int i = 0; i < PART; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      int a = handles[(int) (((state >>> 33) * handles.length) >>> 31)];
      state = state * 6364136223846793005L + 1442695040888963407L;
      int b = handles[(int) (((state >>> 33) * handles.length) >>> 31)];
      if (a != b) {
        int place = 0;
        for (long rest = scorer.pattern(a, b); rest != 0; rest >>>= Attribute.BITS) {
          sums[place + (int) (rest & Attribute.LEVELS - 1)]++;
          place += Attribute.LEVELS;
        }
      }
    }
    return sums;
  }

  /** The u-probabilities, when this share of the pairs matches after all. */
  double[] probabilities(Weights lean, double matchRate) {
    double[] random = lean.random().clone();
    for (Attribute attribute : Attribute.all()) {
      if (attribute == Attribute.ORDER || attribute == Attribute.SOLE) {
        continue;
      }
      double pairs = 0;
      for (int level = 1; level < attribute.levels().size(); level++) {
        pairs += counts[attribute.place(level)];
      }
      double sum = 0;
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        double others = Math.max(0, counts[place] - pairs * matchRate * lean.match()[place]);
        double value = (others + IMAGINED * lean.random()[place]) / (pairs + IMAGINED);
        double floor = attribute == Attribute.SOURCE ? 0 : lean.random()[place] * FLOOR;
        random[place] = Math.max(value, floor);
        sum += random[place];
      }
      for (int level = 1; level < attribute.levels().size(); level++) {
        random[attribute.place(level)] /= sum;
      }
    }
    return random;
  }
}
