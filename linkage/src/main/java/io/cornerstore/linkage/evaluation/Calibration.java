package io.cornerstore.linkage.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether probabilities mean what they say. Not thread-safe. */
public final class Calibration {
  private static final double[] EDGES = {
    0, .001, .01, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, .999, 1
  };
  private final long[] pairs = new long[EDGES.length - 1];
  private final long[] same = new long[EDGES.length - 1];
  private final double[] stated = new double[EDGES.length - 1];

  Calibration() {}

  /**
   * Pairs of about the same probability.
   *
   * @param from least probability
   * @param to greatest probability
   * @param pairs how many
   * @param meanProbability mean of what was stated
   * @param trueShare share of them that are the same
   */
  public record Bin(double from, double to, long pairs, double meanProbability, double trueShare) {}

  void add(double probability, boolean isTrue) {
    int bin = 0;
    while (bin + 2 < EDGES.length && probability >= EDGES[bin + 1]) {
      bin++;
    }
    pairs[bin]++;
    stated[bin] += probability;
    same[bin] += isTrue ? 1 : 0;
  }

  void addAll(Calibration other) {
    Survey.add(pairs, other.pairs);
    Survey.add(same, other.same);
    for (int i = 0; i < stated.length; i++) {
      stated[i] += other.stated[i];
    }
  }

  /** The bins that hold pairs. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] > 0) {
        double count = pairs[i];
        bins.add(new Bin(EDGES[i], EDGES[i + 1], pairs[i], stated[i] / count, same[i] / count));
      }
    }
    return bins;
  }
}
