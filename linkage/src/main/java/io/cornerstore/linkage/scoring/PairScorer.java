package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;

/**
 * Compares two records and weighs the outcome in bits.
 *
 * <p>Not thread-safe: one instance a thread, each over the same store.
 */
public final class PairScorer {
  private static final double NEGLIGIBLE = -8;
  private final Store store;
  private final Rows rows;
  private final Comparison comparison;
  private final Rarity rarity;
  private final Table persons;
  private final Table organizations;

  /** Over a store, with weights and frequencies. */
  public PairScorer(Store store, Weights persons, Weights organizations, Frequencies frequencies) {
    this.store = store;
    this.rows = store.rows();
    this.comparison = new Comparison(store, frequencies);
    this.rarity = new Rarity(store, frequencies);
    this.persons = Table.of(persons);
    this.organizations = Table.of(organizations);
  }

  /** The levels of all attributes of two records of the same kind. */
  public long pattern(int a, int b) {
    return comparison.pattern(a, b);
  }

  /** Log2 odds of two records of the same kind being the same, given their pattern. */
  public double bits(int a, int b, long pattern) {
    Table table = table(a);
    double match = table.prior;
    double home = table.homePrior;
    long rest = pattern;
    for (int i = 0; rest != 0; i += Attribute.LEVELS, rest >>>= Attribute.BITS) {
      int place = i + (int) (rest & Attribute.LEVELS - 1);
      match += table.match[place];
      home += table.home[place];
    }
    rarity.weigh(a, b, pattern);
    double together = table.weights.togetherBits(pattern);
    return match + together + rarity.matchBits() - homePenalty(home + together + rarity.homeBits());
  }

  /** What both names agreeing at once takes away again, 0 or less. */
  public double togetherBits(int a, long pattern) {
    return table(a).weights.togetherBits(pattern);
  }

  /** The pattern, and in its free bits how rare the agreed values are; see {@link RarityCode}. */
  public long codedPattern(int a, int b) {
    long pattern = pattern(a, b);
    rarity.weigh(a, b, pattern);
    return RarityCode.with(pattern, rarity.matchBits() - rarity.homeBits(), rarity.homeBits());
  }

  /** Like {@link #pattern}, but with what may only be known from the other holders of a value. */
  public static long withSoleHolder(long pattern) {
    return pattern | Attribute.SOLE.at(1);
  }

  /** The prior of pairs of the kind of this record. */
  public double priorBits(int a) {
    return table(a).prior;
  }

  /** What a level adds to the match bits. */
  public double levelBits(int a, Attribute attribute, int level) {
    return table(a).match[attribute.place(level)];
  }

  /** What the rarity of the agreed values adds, attribute by attribute. */
  public double rarityBits(int a, int b, long pattern, Attribute attribute) {
    return rarity.of(a, b, pattern, attribute);
  }

  /** What is taken away because two persons of one home would agree as well; at least 0. */
  public double homePenalty(int a, int b, long pattern) {
    Table table = table(a);
    double home = table.homePrior;
    for (Attribute attribute : Attribute.all()) {
      home += table.home[attribute.place(attribute.in(pattern))];
    }
    rarity.weigh(a, b, pattern);
    return homePenalty(home + table.weights.togetherBits(pattern) + rarity.homeBits());
  }

  /** Forgets what it remembers of earlier pairs; to be called after the store has changed. */
  public void forget() {
    comparison.forget();
  }

  /** The store beneath. */
  public Store store() {
    return store;
  }

  private Table table(int a) {
    return (rows.get(a, Rows.FLAGS) & Flags.ORGANIZATION) == 0 ? persons : organizations;
  }

  private static double homePenalty(double bits) {
    if (bits < NEGLIGIBLE) {
      return 0;
    }
    return bits > 40 ? bits : Weights.log2(1 + Math.pow(2, bits));
  }

  @SuppressWarnings("ArrayRecordComponent") // read in the hot path
  private record Table(
      Weights weights, double[] match, double[] home, double prior, double homePrior) {
    static Table of(Weights weights) {
      return new Table(
          weights,
          weights.matchBits(),
          weights.homeBits(),
          weights.priorBits(),
          weights.homePriorBits());
    }
  }
}
