package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.training.Trainer.Fitted;
import io.cornerstore.linkage.training.Trainer.Learned;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** Puts right what was learned without labels by what people said. */
final class Teacher {
  private final Store store;
  private final Learned untaught;
  private final Labels labels;

  Teacher(Store store, Learned untaught, Labels labels) {
    this.store = store;
    this.untaught = untaught;
    this.labels = labels;
  }

  /** What is learned of one kind; the same when nobody said anything about it. */
  Fitted taught(Fitted fitted, CandidateSample candidates, boolean organization) {
    LabelledPairs pairs = LabelledPairs.of(labels, organization, scorer(fitted.weights()));
    if (pairs.isEmpty()) {
      return fitted;
    }
    PatternCounts counts = candidates.counts(organization);
    WeighedCandidates before = new WeighedCandidates(counts, fitted.weights(), organization);
    Anchors anchors = Anchors.of(before, fitted.linkBits(), pairs.pairs().size());
    Weights weights = new LabelFit(pairs, fitted.weights(), anchors).fit();
    WeighedCandidates after = new WeighedCandidates(counts, weights, organization);
    double linkBits =
        SafeThreshold.of(before, after, fitted.linkBits(), refuted(weights, organization));
    return new Fitted(weights, linkBits);
  }

  /* What the pairs weigh now that linked by themselves and that somebody called different. */
  private double[] refuted(Weights weights, boolean organization) {
    LongPredicate linking = labels.linking().apply(untaught);
    long[] wrong = Arrays.stream(labels.different()).filter(linking).toArray();
    Labels only = new Labels(labels.same(), wrong, labels.linking());
    return LabelledPairs.of(only, organization, scorer(weights)).pairs().stream()
        .filter(pair -> !pair.same())
        .mapToDouble(LabelledPairs.Labelled::bits)
        .toArray();
  }

  private PairScorer scorer(Weights weights) {
    return new PairScorer(store, weights, weights, untaught.frequencies());
  }
}
