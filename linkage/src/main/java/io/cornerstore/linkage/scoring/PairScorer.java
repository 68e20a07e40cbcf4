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
  /** Stands for the pattern of a pair not worth a closer look; no pair has it. */
  public static final long HOPELESS = -1;

  private static final double NEGLIGIBLE = -8;

  /* Sums of the same weights in another order differ by less. */
  private static final double SLACK = 1e-6;
  private final Store store;
  private final Rows rows;
  private final Comparison comparison;
  private final Rarity rarity;
  private final Circle circle;
  private final Table persons;
  private final Table organizations;

  /** Over a store, with weights and frequencies. */
  public PairScorer(Store store, Weights persons, Weights organizations, Frequencies frequencies) {
    this(store, persons, organizations, frequencies, NameRarities.lately(store, frequencies));
  }

  /** The same, with rarities of names that several scorers share while the store stays as it is. */
  public PairScorer(
      Store store,
      Weights persons,
      Weights organizations,
      Frequencies frequencies,
      NameRarities rarities) {
    this.store = store;
    this.rows = store.rows();
    this.comparison = new Comparison(store, frequencies);
    this.rarity = new Rarity(store, rarities);
    this.circle = new Circle(rows, comparison, persons);
    this.persons = Table.of(persons);
    this.organizations = Table.of(organizations);
  }

  /** The levels of all attributes of two records of the same kind. */
  public long pattern(int a, int b) {
    return comparison.pattern(a, b);
  }

  /**
   * The same, or {@link #HOPELESS} when two persons cannot reach so many bits, however well what
   * takes longest to compare may agree.
   */
  public long pattern(int a, int b, double least) {
    long core = comparison.core(a, b);
    Table table = table(a);
    if (!isOrganization(a) && most(a, b, core, table) < least) {
      return HOPELESS;
    }
    return core | comparison.places(a, b, core);
  }

  /* What a pair weighs at most when all but e-mail and address is known. */
  private double most(int a, int b, long core, Table table) {
    double most = sum(core, table.prior, table.match) + SLACK;
    if (Weights.bothNames(core)) {
      most += table.together;
    }
    if (comparison.haveBoth(a, b, Rows.EMAIL)) {
      most += table.mostEmail + (Decisions.mayBeEmailOnly(core) ? table.sole : 0);
    }
    if (comparison.haveBoth(a, b, Rows.ADDRESS)) {
      most += table.mostAddress;
    }
    return most + rarity.ofNames(a, b, core);
  }

  /** A circle of persons to be filled; always the same one. */
  public Circle circle() {
    return circle;
  }

  /** Log2 odds of two records of the same kind being the same, given their pattern. */
  public double bits(int a, int b, long pattern) {
    return bits(a, b, pattern, Double.NEGATIVE_INFINITY);
  }

  /** The same, or anything below {@code least} when they are below it. */
  public double bits(int a, int b, long pattern, double least) {
    Table table = table(a);
    double together = Weights.bothNames(pattern) ? table.together : 0;
    double match = sum(pattern, table.prior, table.match) + together;
    if (match + Rarity.MOST_MATCH_BITS < least) {
      return match + Rarity.MOST_MATCH_BITS;
    }
    rarity.weigh(a, b, pattern);
    match += rarity.matchBits();
    if (match < least) {
      return match;
    }
    double home = sum(pattern, table.homePrior, table.home) + together;
    return match - homePenalty(home + rarity.homeBits());
  }

  private static double sum(long pattern, double start, double[] bits) {
    double sum = start;
    int place = 0;
    for (long rest = pattern; rest != 0; rest >>>= Attribute.BITS) {
      sum += bits[place + (int) (rest & Attribute.LEVELS - 1)];
      place += Attribute.LEVELS;
    }
    return sum;
  }

  /** What both names agreeing at once takes away again, 0 or less. */
  public double togetherBits(int a, long pattern) {
    return table(a).weights.togetherBits(pattern);
  }

  /** The pattern, and in its free bits how rare the agreed values are; see {@link RarityCode}. */
  public long codedPattern(int a, int b) {
    long pattern = pattern(a, b);
    rarity.weigh(a, b, pattern);
    return RarityCode.with(pattern, rarity.givenBits(), rarity.sharedBits());
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
    rarity.forget();
  }

  /** The store beneath. */
  public Store store() {
    return store;
  }

  private Table table(int a) {
    return isOrganization(a) ? organizations : persons;
  }

  private boolean isOrganization(int a) {
    return (rows.get(a, Rows.FLAGS) & Flags.ORGANIZATION) != 0;
  }

  private static double homePenalty(double bits) {
    if (bits < NEGLIGIBLE) {
      return 0;
    }
    return bits > 40 ? bits : Weights.log2(1 + Math.pow(2, bits));
  }

  @SuppressWarnings("ArrayRecordComponent") // read in the hot path
  private record Table(
      Weights weights,
      double[] match,
      double[] home,
      double prior,
      double homePrior,
      double together,
      double sole,
      double mostEmail,
      double mostAddress) {
    static Table of(Weights weights) {
      return new Table(
          weights,
          weights.matchBits(),
          weights.homeBits(),
          weights.priorBits(),
          weights.homePriorBits(),
          -Weights.log2(weights.namesTogether()),
          Math.max(0, weights.matchBits()[Attribute.SOLE.place(1)]),
          most(weights.matchBits(), Attribute.EMAIL),
          most(weights.matchBits(), Attribute.ADDRESS));
    }

    /* An e-mail may come to count for nothing. */
    private static double most(double[] bits, Attribute attribute) {
      double most = 0;
      for (int level = 1; level < attribute.levels().size(); level++) {
        most = Math.max(most, bits[attribute.place(level)]);
      }
      return most;
    }
  }
}
