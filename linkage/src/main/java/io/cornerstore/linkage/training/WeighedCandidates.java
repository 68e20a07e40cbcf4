package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Decisions;
import io.cornerstore.linkage.scoring.RarityCode;
import io.cornerstore.linkage.scoring.Weights;

/** What the candidate pairs of one kind weigh by some weights, pattern by pattern. Immutable. */
final class WeighedCandidates {
  private final long[] coded;
  private final double[] counts;
  private final double[] bits;
  private final boolean organization;

  WeighedCandidates(PatternCounts candidates, Weights weights, boolean organization) {
    this.coded = candidates.patterns();
    this.counts = new double[coded.length];
    this.bits = new double[coded.length];
    this.organization = organization;
    double[] matchBits = weights.matchBits();
    double[] homeBits = weights.homeBits();
    for (int i = 0; i < coded.length; i++) {
      counts[i] = candidates.count(coded[i]);
      double match =
          Calibration.sum(coded[i], matchBits, weights)
              + RarityCode.given(coded[i])
              + weights.priorBits();
      double home = Calibration.sum(coded[i], homeBits, weights) + weights.homePriorBits();
      bits[i] = match - Weights.log2(1 + Math.pow(2, home));
    }
  }

  int size() {
    return coded.length;
  }

  /** The pattern alone, without rarities; several entries may have the same. */
  long pattern(int i) {
    return RarityCode.pattern(coded[i]);
  }

  /** How many pairs. */
  double count(int i) {
    return counts[i];
  }

  /** What each weighs. */
  double bits(int i) {
    return bits[i];
  }

  /** Whether they may link without a person, once they weigh enough. */
  boolean mayLink(int i) {
    long pattern = pattern(i);
    return Decisions.isIdentifying(pattern, organization) && !Decisions.isVetoed(pattern);
  }
}
