package io.cornerstore.linkage.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the pairs that blocking proposed: how many by each rule and weight, how many of
 * them are true, and a few to look at. Its size does not depend on the number of pairs.
 *
 * <p>Not thread-safe: one instance a thread, put together by {@link #addAll}.
 */
public final class Survey {
  /** Below this weight pairs are not told apart. */
  public static final double LEAST_BITS = -40;

  /** Width of a step of the weight, in bits. */
  public static final double STEP = 0.25;

  private static final int STEPS = 400;
  private static final int PATTERN_PLACES = 16 * 16;
  private final Question question;
  private final RuleCounts rules;
  private final Calibration calibration = new Calibration();
  private final long[] proposed = new long[STEPS];
  private final long[] judged = new long[STEPS];
  private final long[] same = new long[STEPS];
  private final long[] joined = new long[STEPS];
  private final double[] expected = new double[STEPS];
  private final long[] levelsJoined = new long[PATTERN_PLACES];
  private final long[] levelsApart = new long[PATTERN_PLACES];
  private final Specimens joinedPairs = new Specimens(STEPS);
  private final Specimens apartPairs = new Specimens(STEPS);
  private final TopPairs wrong = new TopPairs();
  private final TopPairs missed = new TopPairs();
  private long sameJoined;

  /**
   * What to look at.
   *
   * @param answer the number of the cluster of each handle
   * @param truth what is known, or null
   * @param every only so many parts of the pairs are looked at, spread evenly: 1 for all pairs
   */
  @SuppressWarnings("ArrayRecordComponent") // one number a record
  public record Question(int[] answer, @Nullable Truth truth, int every) {}

  /**
   * A pair to show.
   *
   * @param a smaller handle
   * @param b larger handle
   * @param bits its weight
   */
  public record Example(int a, int b, double bits) {}

  /** Starts to count, for so many blocking rules. */
  public Survey(Question question, int rules) {
    this.question = question;
    this.rules = new RuleCounts(rules);
  }

  /**
   * Counts one pair.
   *
   * @param bits its weight
   * @param pattern its levels, four bits an attribute
   * @param proposers a bit for each rule that proposed it
   */
  public void add(int a, int b, double bits, long pattern, int proposers) {
    int step = step(bits);
    double probability = 1 / (1 + Math.pow(2, -bits));
    boolean together = question.answer[a] == question.answer[b];
    proposed[step]++;
    expected[step] += probability;
    joined[step] += together ? 1 : 0;
    (together ? joinedPairs : apartPairs).offer(step, a, b, bits);
    countLevels(together ? levelsJoined : levelsApart, pattern);
    Truth truth = question.truth;
    boolean isTrue = truth != null && truth.isSame(a, b);
    rules.add(proposers, together, isTrue);
    if (truth != null && truth.isKnown(a) && truth.isKnown(b)) {
      judged[step]++;
      same[step] += isTrue ? 1 : 0;
      calibration.add(probability, isTrue);
      sameJoined += isTrue && together ? 1 : 0;
      if (isTrue && !together) {
        missed.offer(a, b, bits);
      } else if (together && !isTrue) {
        wrong.offer(a, b, bits);
      }
    }
  }

  private static int step(double bits) {
    return Math.clamp((long) Math.floor((bits - LEAST_BITS) / STEP), 0, STEPS - 1);
  }

  private static void countLevels(long[] counts, long pattern) {
    int place = 0;
    for (long rest = pattern; rest != 0; rest >>>= 4, place += 16) {
      counts[place + (int) (rest & 15)]++;
    }
  }

  /** Adds what another survey of the same question counted. */
  public void addAll(Survey other) {
    rules.addAll(other.rules);
    calibration.addAll(other.calibration);
    sameJoined += other.sameJoined;
    add(proposed, other.proposed);
    add(judged, other.judged);
    add(same, other.same);
    add(joined, other.joined);
    add(levelsJoined, other.levelsJoined);
    add(levelsApart, other.levelsApart);
    for (int i = 0; i < STEPS; i++) {
      expected[i] += other.expected[i];
    }
    joinedPairs.addAll(other.joinedPairs);
    apartPairs.addAll(other.apartPairs);
    wrong.addAll(other.wrong);
    missed.addAll(other.missed);
  }

  static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** How many parts of the pairs there are for each that was looked at; 1 when all were. */
  public int every() {
    return question.every;
  }

  /** Pairs looked at. */
  public long pairs() {
    return sum(proposed);
  }

  /** Pairs looked at that stand in one cluster of the answer. */
  public long joined() {
    return sum(joined);
  }

  /** True pairs that no rule proposed; 0 without a truth. Only for a survey of all pairs. */
  public long neverProposed() {
    Truth truth = question.truth;
    return truth == null ? 0 : truth.pairs() - sum(same);
  }

  /** True pairs looked at that stand in one cluster of the answer; 0 without a truth. */
  public long sameJoined() {
    return sameJoined;
  }

  /** What each rule proposed, by the number of the rule. */
  public RuleCounts rules() {
    return rules;
  }

  /** Stated probability against true share; empty without a truth. */
  public List<Calibration.Bin> calibration() {
    return calibration.bins();
  }

  /** Number of pairs by weight: from {@link #LEAST_BITS} on, in steps of {@link #STEP}. */
  public long[] histogram() {
    return proposed.clone();
  }

  /** The same for pairs in one cluster of the answer. */
  public long[] joinedHistogram() {
    return joined.clone();
  }

  /**
   * How often a level of an attribute was met.
   *
   * @param place sixteen times the place of the attribute, and the level
   * @param together among pairs of one cluster, or among the others
   */
  public long levelCount(int place, boolean together) {
    return (together ? levelsJoined : levelsApart)[place];
  }

  /**
   * Precision and recall by the weight from which on a pair would count as the same, lowest first.
   * With a truth they are counted, and recall is out of all true pairs; without one they are what
   * the probabilities let expect, and recall is out of the pairs proposed.
   */
  public List<ThresholdPoint> thresholds() {
    Truth truth = question.truth;
    double all = truth == null ? sum(expected) : truth.pairs();
    List<ThresholdPoint> points = new ArrayList<>();
    double found = 0;
    double above = 0;
    for (int step = STEPS - 1; step >= 0; step--) {
      found += truth == null ? expected[step] : same[step];
      above += truth == null ? proposed[step] : judged[step];
      points.add(new ThresholdPoint(LEAST_BITS + step * STEP, found, above, all));
    }
    return points.reversed();
  }

  /** Pairs of one cluster, from that with the middle weight of all such on outward. */
  public List<Example> typicalLinks() {
    return joinedPairs.outward(middle(joined));
  }

  /** Pairs of two clusters, from that with the middle weight of all such on outward. */
  public List<Example> typicalNonLinks() {
    long[] apart = proposed.clone();
    for (int i = 0; i < STEPS; i++) {
      apart[i] -= joined[i];
    }
    return apartPairs.outward(middle(apart));
  }

  /** The pair whose weight comes closest to one asked for, or null when there are no pairs. */
  public @Nullable Example near(double bits) {
    return Stream.of(joinedPairs, apartPairs)
        .flatMap(pairs -> pairs.outward(step(bits)).stream())
        .min(Comparator.comparingDouble(pair -> Math.abs(pair.bits - bits)))
        .orElse(null);
  }

  /** Pairs of one cluster that are not the same, the heaviest first; a few. */
  public List<Example> wrong() {
    return wrong.list();
  }

  /** True pairs proposed but not in one cluster, the heaviest first; a few. */
  public List<Example> missed() {
    return missed.list();
  }

  private static int middle(long[] counts) {
    long half = (sum(counts) + 1) / 2;
    int step = 0;
    for (long seen = counts[0]; seen < half; ) {
      seen += counts[++step];
    }
    return step;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
