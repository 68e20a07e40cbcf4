package io.cornerstore.linkage.training;

import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.SortedBlocks;
import io.cornerstore.linkage.blocking.Workers;
import io.cornerstore.linkage.scoring.Frequencies;
import io.cornerstore.linkage.scoring.NameRarities;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Learns weights from the records of a store, and from what people said about some pairs. */
public final class Trainer {
  private static final int ENOUGH_RECORDS = 60;
  private static final int LEAST_RANDOM_PAIRS = 20_000;
  private static final int SAMPLED_RECORDS = 400_000;
  private final Store store;
  private final SortedBlocks blocks;
  private final Workers workers;
  private final Budget budget;

  /**
   * How much to look at.
   *
   * @param seed seed of the random pairs
   * @param randomPairs random pairs for u
   * @param blockedPairs pairs for m, each blocking rule
   * @param rounds rounds of EM
   */
  public record Budget(long seed, int randomPairs, int blockedPairs, int rounds) {}

  /**
   * What was learned.
   *
   * @param persons weights for persons
   * @param organizations weights for organisations
   * @param frequencies frequencies of names and words
   * @param linkBits the weight from which on expected false links are rare enough
   */
  public record Learned(
      Weights persons, Weights organizations, Frequencies frequencies, double linkBits) {}

  /** Over a store and its blocks. */
  public Trainer(Store store, SortedBlocks blocks, Workers workers, Budget budget) {
    this.store = store;
    this.blocks = blocks;
    this.workers = workers;
    this.budget = budget;
  }

  /** How frequent the names and words of a store are. */
  public static Frequencies frequencies(Store store) {
    return FrequencyCounter.count(store);
  }

  /**
   * Learns; a kind of which there are too few records keeps its prior.
   *
   * @param labels what people said; without any, the outcome is as if nobody could say anything
   */
  public Learned learn(Weights personPrior, Weights organizationPrior, Labels labels) {
    Frequencies frequencies = frequencies(store);
    NameRarities rarities = NameRarities.remembering(store, frequencies);
    Supplier<PairScorer> scorers =
        () -> new PairScorer(store, personPrior, organizationPrior, frequencies, rarities);
    CandidateSample candidates = new CandidateSample(store, blocks, scorers);
    Fitted persons = fit(false, personPrior, scorers, candidates);
    Fitted organizations = fit(true, organizationPrior, scorers, candidates);
    Learned untaught = learned(persons, organizations, frequencies);
    if (labels.isEmpty()) {
      return untaught;
    }
    Teacher teacher = new Teacher(store, untaught, labels);
    return learned(
        teacher.taught(persons, candidates, false),
        teacher.taught(organizations, candidates, true),
        frequencies);
  }

  private static Learned learned(Fitted persons, Fitted organizations, Frequencies frequencies) {
    return new Learned(
        persons.weights,
        organizations.weights,
        frequencies,
        Math.max(persons.linkBits, organizations.linkBits));
  }

  /**
   * What was learned of one kind.
   *
   * @param weights its weights
   * @param linkBits from where on its links are safe
   */
  record Fitted(Weights weights, double linkBits) {}

  private Fitted fit(
      boolean organization,
      Weights prior,
      Supplier<PairScorer> scorers,
      CandidateSample candidates) {
    int[] handles = handles(organization);
    if (handles.length < ENOUGH_RECORDS) {
      return new Fitted(prior, Calibration.LEAST_LINK_BITS);
    }
    RandomPairs randomPairs =
        new RandomPairs(handles, randomPairs(handles.length), budget.seed(), workers, scorers);
    List<ExpectationMaximization.Sample> samples = samples(organization, scorers);
    Calibration calibration = new Calibration(candidates.counts(organization), handles.length);
    Namesakes namesakes = new Namesakes(candidates.counts(organization), prior);
    SharedAddresses addresses = new SharedAddresses(store, handles);
    Weights weights = prior;
    for (int pass = 0; pass < 2; pass++) {
      double[] random =
          randomPairs.probabilities(
              weights.withRandomOf(prior), pass == 0 ? 0 : weights.matchRate());
      Weights start = prior.withNames(prior.match(), prior.home(), weights.namesTogether());
      weights = new ExpectationMaximization(samples, start, random).run(budget.rounds());
      weights = addresses.explain(calibration.withRates(weights));
      if (!organization) {
        for (int round = 0; round < 3; round++) {
          weights = addresses.explain(calibration.withRates(namesakes.explain(weights)));
        }
      }
    }
    return new Fitted(weights, calibration.linkBits(weights, organization));
  }

  private int randomPairs(int records) {
    return Math.min(budget.randomPairs(), Math.max(LEAST_RANDOM_PAIRS, 40 * records));
  }

  private int[] handles(boolean organization) {
    Rows rows = store.rows();
    int[] handles = new int[rows.size()];
    int filled = 0;
    for (int handle = 0; handle < rows.limit(); handle++) {
      if (rows.isLive(handle)
          && ((rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0) == organization) {
        handles[filled++] = handle;
      }
    }
    return Arrays.copyOf(handles, filled);
  }

  private List<ExpectationMaximization.Sample> samples(
      boolean organization, Supplier<PairScorer> scorers) {
    PatternCounts[] counts = new PatternCounts[BlockingRule.count()];
    workers.run(
        BlockingRule.count(),
        () -> {
          PairScorer scorer = scorers.get();
          return rule -> counts[rule] = sample(BlockingRule.numbered(rule), organization, scorer);
        });
    List<ExpectationMaximization.Sample> samples = new ArrayList<>();
    for (PatternCounts some : counts) {
      samples.add(new ExpectationMaximization.Sample(some));
    }
    return samples;
  }

  /* Whole blocks in the order of their hashes, which is to say at random, from so many records. */
  private PatternCounts sample(BlockingRule rule, boolean organization, PairScorer scorer) {
    RuleSample sample = new RuleSample(store.rows(), rule, organization, scorer);
    long most = Math.max(1, (long) blocks.parts() * SAMPLED_RECORDS / store.rows().size());
    for (int part = 0; part < Math.min(blocks.parts(), most); part++) {
      if (sample.pairs >= budget.blockedPairs()) {
        break;
      }
      blocks.sampleBlocks(
          part,
          (key, records, from, to) -> {
            if (sample.isOf(key) && sample.pairs < budget.blockedPairs()) {
              sample.block(records, from, to);
            }
          });
    }
    return sample.counts;
  }

  /** Pairs of one rule and kind under way. */
  private static final class RuleSample {
    private final Rows rows;
    private final BlockingRule rule;
    private final int kind;
    private final PairScorer scorer;
    private final PatternCounts counts = new PatternCounts();
    private int pairs;

    RuleSample(Rows rows, BlockingRule rule, boolean organization, PairScorer scorer) {
      this.rows = rows;
      this.rule = rule;
      this.kind = organization ? Flags.ORGANIZATION : 0;
      this.scorer = scorer;
    }

    boolean isOf(int key) {
      return BlockingRule.of(key) == rule.number();
    }

    void block(int[] records, int from, int to) {
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < to; j++) {
          if (isOfKind(records[i]) && isOfKind(records[j])) {
            long pattern = scorer.pattern(records[i], records[j]);
            counts.add(pattern & ~rule.mask(), 1);
            pairs++;
          }
        }
      }
    }

    private boolean isOfKind(int handle) {
      return (rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) == kind;
    }
  }
}
