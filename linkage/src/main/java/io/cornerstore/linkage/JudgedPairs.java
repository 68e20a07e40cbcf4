package io.cornerstore.linkage;

import io.cornerstore.linkage.clustering.PairWeights;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Decisions;

/**
 * The weights of pairs as the clusterer wants them: known ones are looked up, others judged.
 *
 * @param index the pairs known
 * @param judge for the others; of one thread
 * @param constraints what people said, which comes first
 * @param tier what the clusters are for
 */
record JudgedPairs(EdgeIndex index, PairJudge judge, Constraints constraints, Tier tier)
    implements PairWeights {
  /** Weight of a pair that a person said is the same. */
  static final double SAID = 60;

  @Override
  public double bits(int a, int b) {
    if (isNeverSame(a, b)) {
      return PairJudge.VETO;
    }
    if (constraints.isAlwaysSame(a, b)) {
      return SAID;
    }
    if (judge.isOutOfScope(a, b)) {
      return UNKNOWN;
    }
    int edge = index.find(a, b);
    if (edge >= 0) {
      boolean vetoed = tier == Tier.CERTAIN && Decisions.isVetoed(index.edges().pattern(edge));
      return vetoed ? PairJudge.VETO : index.edges().bits(edge);
    }
    judge.judge(a, b);
    return tier == Tier.CERTAIN && judge.isVetoed() ? PairJudge.VETO : judge.bits();
  }

  @Override
  public boolean isAlwaysSame(int a, int b) {
    return constraints.isAlwaysSame(a, b);
  }

  @Override
  public boolean isNeverSame(int a, int b) {
    return constraints.isNeverSame(a, b)
        || (constraints.scope() == Constraints.Scope.ONE_PER_SOURCE && judge.isOfOneSource(a, b));
  }
}
