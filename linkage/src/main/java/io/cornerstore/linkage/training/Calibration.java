package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Decisions;
import io.cornerstore.linkage.scoring.RarityCode;
import io.cornerstore.linkage.scoring.Weights;

/** How common matches and homes are among all pairs, and from where on a link is safe. */
final class Calibration {
  /*
   * The rates are the fixed point of: weigh all candidate pairs with the present rates, add up the
   * probabilities, divide by the number of pairs there are. The threshold is the least at which the
   * false share expected among all that links is small; because the model overstates rather than
   * understates, it is never below a floor. Of the false share expected here, pair by pair, the
   * circles around the links leave between a quarter and a half.
   */
  /** No pair links by itself below this weight: 100 to 1. */
  static final double LEAST_LINK_BITS = 6.64;

  private static final double MOST_LINK_BITS = 14;
  private static final double FALSE_SHARE = 0.0025;
  private static final double STEP = 0.25;
  private static final int ROUNDS = 12;
  private static final double LEAST_EXPECTED = 2;
  private final long[] patterns;
  private final double[] counts;
  private final double pairs;
  private final double records;

  Calibration(PatternCounts counts, int records) {
    this.patterns = counts.patterns();
    this.counts = new double[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      this.counts[i] = counts.count(patterns[i]);
    }
    this.pairs = .5 * records * (records - 1.0);
    this.records = records;
  }

  /** The weights with rates that agree with the pairs seen. */
  Weights withRates(Weights weights) {
    double[] match = matchSums(weights);
    double[] home = homeSums(weights);
    double matchRate = Math.max(weights.matchRate(), .1 * records / pairs);
    double homeRate = Math.max(weights.homeRate(), .1 * records / pairs);
    for (int round = 0; round < ROUNDS; round++) {
      double matches = LEAST_EXPECTED;
      double homes = LEAST_EXPECTED;
      for (int i = 0; i < patterns.length; i++) {
        double m = matchRate * Math.pow(2, match[i]);
        double h = homeRate * Math.pow(2, home[i]);
        double all = m + h + 1;
        matches += counts[i] * m / all;
        homes += counts[i] * h / all;
      }
      matchRate = Math.min(.5, matches / pairs);
      homeRate = Math.min(.5, homes / pairs);
    }
    return weights.withRates(matchRate, homeRate);
  }

  /** The weight from which on a pair links. */
  double linkBits(Weights weights, boolean organization) {
    double[] match = matchSums(weights);
    double[] home = homeSums(weights);
    int steps = (int) ((MOST_LINK_BITS - LEAST_LINK_BITS) / STEP) + 1;
    double[] links = new double[steps + 1];
    double[] wrong = new double[steps + 1];
    for (int i = 0; i < patterns.length; i++) {
      double bits =
          weights.priorBits()
              + match[i]
              - Weights.log2(1 + Math.pow(2, weights.homePriorBits() + home[i]));
      int step = (int) Math.min(steps, Math.floor((bits - LEAST_LINK_BITS) / STEP));
      if (step >= 0
          && Decisions.isIdentifying(RarityCode.pattern(patterns[i]), organization)
          && !Decisions.isVetoed(RarityCode.pattern(patterns[i]))) {
        links[step] += counts[i];
        wrong[step] += counts[i] / (1 + Math.pow(2, bits));
      }
    }
    double allLinks = 0;
    double allWrong = 0;
    double best = MOST_LINK_BITS;
    for (int step = steps; step >= 0; step--) {
      allLinks += links[step];
      allWrong += wrong[step];
      if (allWrong <= FALSE_SHARE * allLinks) {
        best = LEAST_LINK_BITS + step * STEP;
      }
    }
    return allLinks == 0 ? LEAST_LINK_BITS : best;
  }

  private double[] matchSums(Weights weights) {
    double[] bits = weights.matchBits();
    double[] sums = new double[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      sums[i] = sum(patterns[i], bits, weights) + RarityCode.given(patterns[i]);
    }
    return sums;
  }

  private double[] homeSums(Weights weights) {
    double[] bits = weights.homeBits();
    double[] sums = new double[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      sums[i] = sum(patterns[i], bits, weights) + RarityCode.handedDown(patterns[i]);
    }
    return sums;
  }

  /* What pattern and shared values say for or against unrelated persons. */
  static double sum(long coded, double[] bits, Weights weights) {
    long pattern = RarityCode.pattern(coded);
    double sum = weights.togetherBits(pattern) + RarityCode.shared(coded);
    int place = 0;
    for (long rest = pattern; rest != 0; rest >>>= Attribute.BITS) {
      sum += bits[place + (int) (rest & Attribute.LEVELS - 1)];
      place += Attribute.LEVELS;
    }
    return sum;
  }
}
