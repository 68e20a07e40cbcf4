package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.KeyHolders;
import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.linking.BatchEdges;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.NameRarities;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.training.Labels;
import io.cornerstore.linkage.training.Trainer;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** What is done with all records of a store at once; changes nothing in it. */
final class BatchLinker {
  private static final List<Tier> TIERS = List.of(Tier.CERTAIN, Tier.BEST);
  private final Store store;
  private final Workers workers;
  private final LinkageModel model;

  BatchLinker(Store store, Workers workers, LinkageModel model) {
    this.store = store;
    this.workers = workers;
    this.model = model;
  }

  /** Learns from pairs of the blocks, which {@link #block} found. */
  LinkageModel train(SortedBlocks blocks, TrainingOptions options) {
    Trainer.Budget budget =
        new Trainer.Budget(
            options.seed(), options.randomPairs(), options.blockedPairs(), options.iterations());
    LinkageModel prior = LinkageModel.prior();
    workers.enter("train");
    Labels labels =
        new Labels(
            options.said().alwaysSamePairs(),
            options.said().neverSamePairs(),
            untaught -> linking(blocks, model(untaught)));
    return model(
        new Trainer(store, blocks, workers, budget)
            .learn(prior.persons(), prior.organizations(), labels));
  }

  private static LinkageModel model(Trainer.Learned learned) {
    return new LinkageModel(
        learned.persons(),
        learned.organizations(),
        learned.frequencies(),
        learned.linkBits(),
        LinkageModel.prior().reviewBits());
  }

  /* Whether a pair links by a model, whatever people said. */
  private LongPredicate linking(SortedBlocks blocks, LinkageModel untaught) {
    BatchLinker own = new BatchLinker(store, workers, untaught);
    PairJudge judge =
        own.judges(
                blocks,
                untaught.reviewBits(),
                Constraints.none(),
                NameRarities.remembering(store, untaught.frequencies()))
            .get();
    PairDecider decider = new PairDecider(store, blocks, judge, untaught.reviewBits());
    return pair -> {
      int a = (int) (pair >> 32);
      int b = (int) pair;
      boolean isHeld = store.rows().isLive(a) && store.rows().isLive(b);
      return isHeld
          && judge.isComparable(a, b)
          && decider.decide(a, b, Constraints.none()).outcome() == PairDecision.Outcome.LINK;
    };
  }

  /** Another model with the frequencies of the names and words held here. */
  LinkageModel withFrequencies(LinkageModel other, Set<String> roles) {
    ModelParameters parameters = other.parameters();
    LinkageModel counted =
        new LinkageModel(
            other.persons(),
            other.organizations(),
            Trainer.frequencies(store),
            other.linkBits(),
            other.reviewBits());
    return LinkageModel.of(parameters.withFrequenciesOf(counted.parameters(), roles));
  }

  /** All blocks; a few bytes for each key of each record. */
  SortedBlocks block() {
    workers.enter("block");
    return new SortedBlocks(store, workers);
  }

  Partition linkAll(Supplier<SortedBlocks> blocks, Constraints constraints) {
    Judged judged = judgeAll(blocks, model.reviewBits(), constraints);
    EdgeIndex index = new EdgeIndex(judged.edges, store.rows().liveHandles());
    return new PartitionBuilder(index, constraints, workers, judged.judges, Tier.CERTAIN).build();
  }

  TwoPartitions linkAllTwice(Supplier<SortedBlocks> blocks, Constraints constraints) {
    Judged judged = judgeAll(blocks, Math.min(model.reviewBits(), Tier.BEST_BITS), constraints);
    workers.enter("cluster");
    EdgeIndex index = new EdgeIndex(judged.edges, store.rows().liveHandles());
    BitSet contested = ContestedLinks.find(index, constraints, workers, judged.judges);
    Partition[] parts = new Partition[2];
    workers.run(
        2,
        () ->
            part ->
                parts[part] =
                    new PartitionBuilder(
                            index, constraints, workers.half(), judged.judges, TIERS.get(part))
                        .build(contested));
    return new TwoPartitions(parts[0], parts[1], judged.edges.compared());
  }

  /* All edges, and judges for further pairs: these do without the blocks, which are let go. */
  private record Judged(EdgeList edges, Supplier<PairJudge> judges) {}

  private Judged judgeAll(
      Supplier<SortedBlocks> blocks, double reviewBits, Constraints constraints) {
    NameRarities rarities = NameRarities.remembering(store, model.frequencies());
    SortedBlocks pairs = blocks.get();
    workers.enter("compare");
    EdgeList edges = BatchEdges.of(pairs, judges(pairs, reviewBits, constraints, rarities));
    KeyHolders emails = pairs.holdersUnder(BlockingRule.EMAIL);
    return new Judged(edges, judges(emails, reviewBits, constraints, rarities));
  }

  private Supplier<PairJudge> judges(
      KeyHolders holders, double reviewBits, Constraints constraints, NameRarities rarities) {
    return () ->
        new PairJudge(
            new PairScorer(
                store, model.persons(), model.organizations(), model.frequencies(), rarities),
            holders,
            model.linkBits(),
            reviewBits,
            constraints.isBetweenSources());
  }
}
