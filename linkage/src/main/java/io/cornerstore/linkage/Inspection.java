package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.NameRarities;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Store;
import java.util.function.DoubleFunction;

/**
 * A look at the pairs that blocking proposes, for reports and explanations.
 *
 * <p>True of the index as it was: not to be used any more when records were put, replaced or
 * removed. May be used by several threads.
 */
public final class Inspection {
  private final Store store;
  private final SortedBlocks pairs;
  private final LinkageModel model;
  private final Constraints constraints;
  private final DoubleFunction<PairJudge> judges;
  private final PairJudge decider;

  Inspection(Store store, Workers workers, LinkageModel model, Constraints constraints) {
    workers.enter("survey");
    this.store = store;
    this.model = model;
    this.constraints = constraints;
    this.pairs = new SortedBlocks(store, workers);
    NameRarities rarities = NameRarities.remembering(store, model.frequencies());
    this.judges =
        reviewBits ->
            new PairJudge(
                new PairScorer(
                    store, model.persons(), model.organizations(), model.frequencies(), rarities),
                pairs,
                model.linkBits(),
                reviewBits,
                constraints.isBetweenSources());
    this.decider = judges.apply(leastBits());
  }

  /* What either partition looks at. */
  private double leastBits() {
    return Math.min(model.reviewBits(), Tier.BEST_BITS);
  }

  /** Scores the pairs once more, and counts what became of them. */
  public Survey survey(Survey.Question question) {
    return Surveyor.survey(question, pairs, store, () -> judges.apply(model.reviewBits()));
  }

  /**
   * Says what is made of two records by themselves, and why.
   *
   * @throws LinkageException when a handle is unknown or the two are never compared: of different
   *     kinds, or of one source where only sources are compared with each other
   */
  public synchronized PairDecision decide(int a, int b) {
    boolean known = store.rows().isLive(a) && store.rows().isLive(b);
    if (!known || a == b || !decider.isComparable(a, b)) {
      throw new LinkageException("Records " + a + " and " + b + " cannot be compared.");
    }
    return new PairDecider(store, pairs, decider, leastBits())
        .decide(Math.min(a, b), Math.max(a, b), constraints);
  }
}
