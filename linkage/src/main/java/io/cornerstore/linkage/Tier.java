package io.cornerstore.linkage;

import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Decisions;

/** What clusters are for. */
enum Tier {
  /** To be merged without a person. */
  CERTAIN,
  /** The best guess there is. */
  BEST;

  /*
   * The best guess asks one pair to be likelier than a quarter, and little of the others: records
   * with gaps have next to nothing in common, and score the prior, though they are one person.
   * Organisations have fewer gaps, and neighbours in one house: an even chance is asked of them.
   */
  static final double BEST_BITS = -2;
  private static final double BEST_ORGANIZATION_BITS = 0;
  private static final double BEST_MEAN = -4;

  /** Whether a pair of this weight and pattern is guessed to be the same. */
  static boolean isGuessed(double bits, long pattern) {
    if (Decisions.isOfOrganizations(pattern)) {
      return bits >= BEST_ORGANIZATION_BITS && !Decisions.isNamedOtherwise(pattern);
    }
    return bits >= BEST_BITS;
  }

  /** The least mean weight between two groups that join. */
  double leastMean(PairJudge judge) {
    return this == CERTAIN ? judge.linkBits() / 2 : BEST_MEAN;
  }
}
