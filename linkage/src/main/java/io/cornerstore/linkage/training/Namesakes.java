package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.RarityCode;
import io.cornerstore.linkage.scoring.Weights;

/**
 * Learns how often two different persons bear one name: in one home, as father and son do, and by
 * chance.
 */
final class Namesakes {
  /*
   * Names say nothing about it, dates of birth do: among pairs that agree on both names, the share
   * with conflicting dates of birth tells the share of namesakes, since dates of one person seldom
   * conflict and those of two nearly always do. That share is compared with what the model, not
   * looking at the dates, expects; the odds of the namesakes are moved by the difference. Where few
   * dates can be compared the prior prevails, by a number of imagined pairs.
   *
   * In one home only a gap of a generation counts: brothers do not bear one name.
   */
  private static final double IMAGINED_NAMESAKES = 2;
  private static final double IMAGINED_PAIRS = 200;
  private static final int ROUNDS = 6;
  private static final double LEAST_TOGETHER = 1;
  private static final double MOST_TOGETHER = 64;
  private static final double LEAST_HOME = 0.001;
  private static final double MOST_HOME = 0.2;
  private static final int GIVEN = Attribute.GIVEN.place(1);
  private static final int DIFFERENT = Attribute.BIRTH.place(6);
  private static final int GENERATION = Attribute.BIRTH.place(7);
  private final PatternCounts counts;
  private final long[] patterns;
  private final Weights prior;

  Namesakes(PatternCounts counts, Weights prior) {
    this.counts = counts;
    this.prior = prior;
    this.patterns = counts.patterns();
  }

  /** The weights with what was learned. */
  Weights explain(Weights weights) {
    double[] match = withoutFathers(weights);
    double[] home = weights.home().clone();
    double together = weights.namesTogether();
    Shares homes = count(true);
    Shares strangers = count(false);
    double usual = prior.home()[GIVEN];
    for (int round = 0; round < ROUNDS; round++) {
      Weights now = weights.withNames(match, home, together);
      double exposure = homes.pairs * expected(now, true) / home[GIVEN];
      home[GIVEN] =
          (homes.fathers(now) + IMAGINED_NAMESAKES) / (exposure + IMAGINED_NAMESAKES / usual);
      home[GIVEN] = Math.clamp(home[GIVEN], LEAST_HOME, MOST_HOME);
      if (strangers.pairs > 0) {
        double step = odds(strangers.byChance(now)) / odds(expected(now, false));
        together = Math.clamp(together * step, LEAST_TOGETHER, MOST_TOGETHER);
      }
    }
    double weight = strangers.pairs / (strangers.pairs + IMAGINED_PAIRS);
    together = Math.pow(together, weight) * Math.pow(prior.namesTogether(), 1 - weight);
    return weights.withNames(match, home, together);
  }

  /* Dates of one person a generation apart are as rare as other wrong dates. */
  private static double[] withoutFathers(Weights weights) {
    double[] match = weights.match().clone();
    double most = match[DIFFERENT] * weights.random()[GENERATION] / weights.random()[DIFFERENT];
    double excess = match[GENERATION] - most;
    if (excess > 0) {
      match[GENERATION] = most;
      match[Attribute.BIRTH.place(1)] += excess;
    }
    return match;
  }

  private record Shares(double pairs, double different, double generation) {
    double fathers(Weights weights) {
      double wrong = different * weights.random()[GENERATION] / weights.random()[DIFFERENT];
      return Math.max(0, generation - wrong) / .9;
    }

    double byChance(Weights weights) {
      double ofOne = weights.match()[DIFFERENT] + weights.match()[GENERATION];
      double ofTwo = weights.random()[DIFFERENT] + weights.random()[GENERATION];
      double share = (different + generation - pairs * ofOne) / (ofTwo - ofOne);
      return Math.max(0, share) / pairs;
    }
  }

  private Shares count(boolean home) {
    double pairs = 0;
    double different = 0;
    double generation = 0;
    for (long coded : patterns) {
      long pattern = RarityCode.pattern(coded);
      int birth = Attribute.BIRTH.in(pattern);
      if (birth != 0 && birth != 3 && isAsked(pattern, home)) {
        double count = counts.count(coded);
        pairs += count;
        different += birth == 6 ? count : 0;
        generation += birth == 7 ? count : 0;
      }
    }
    return new Shares(pairs, different, generation);
  }

  /* The share of namesakes that the model expects among those pairs, without their dates. */
  private double expected(Weights weights, boolean home) {
    double[] matchBits = weights.matchBits();
    double[] homeBits = weights.homeBits();
    double sought = 0;
    double all = 0;
    for (long coded : patterns) {
      long pattern = RarityCode.pattern(coded);
      int birth = Attribute.BIRTH.in(pattern);
      if (birth != 0 && birth != 3 && isAsked(pattern, home)) {
        long masked = coded & ~Attribute.BIRTH.mask();
        double m =
            weights.matchRate()
                * Math.pow(
                    2, Calibration.sum(masked, matchBits, weights) + RarityCode.given(coded));
        double h =
            weights.homeRate()
                * Math.pow(
                    2, Calibration.sum(masked, homeBits, weights) + RarityCode.handedDown(coded));
        double count = counts.count(coded);
        sought += count * (home ? h : 1) / (m + h + 1);
        all += count;
      }
    }
    return all == 0 ? 0 : sought / all;
  }

  private static boolean isAsked(long pattern, boolean home) {
    boolean shared =
        Attribute.EMAIL.in(pattern) == 1
            || Attribute.PHONE.in(pattern) == 1
            || Attribute.ADDRESS.in(pattern) == 1;
    boolean near =
        shared
            || between(Attribute.EMAIL.in(pattern), 4)
            || between(Attribute.PHONE.in(pattern), 3)
            || between(Attribute.ADDRESS.in(pattern), 3);
    return Attribute.GIVEN.in(pattern) == 1
        && Attribute.FAMILY.in(pattern) == 1
        && (home ? shared : !near);
  }

  private static boolean between(int level, int worst) {
    return level >= 1 && level <= worst;
  }

  private static double odds(double share) {
    double bounded = Math.clamp(share, 1e-6, 1 - 1e-6);
    return bounded / (1 - bounded);
  }
}
