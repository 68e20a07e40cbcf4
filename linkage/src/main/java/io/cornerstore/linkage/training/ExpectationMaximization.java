package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Estimates m- and h-probabilities from unlabelled pairs that share a blocking key. */
public final class ExpectationMaximization {
  /*
   * Each blocking rule gives a sample of pairs; the attributes its key settles are masked out of
   * their patterns. A sample is a mixture of matches, pairs of one home and unrelated pairs, in
   * shares of its own; m and h are common to all samples, u is known from random pairs and stays.
   * So every attribute is learned from the rules that do not touch it, all at once, on counts of
   * patterns: a round costs patterns times attributes, whatever the number of pairs.
   *
   * What tells the homes from the matches is fixed, not learned: two persons of one home agree on
   * given name and birth date no more than strangers do, but for namesakes and twins. Estimates lean
   * on the prior by a fixed number of imagined pairs, and never turn a disagreement into evidence
   * for a match, or an exact agreement into evidence against.
   *
   * 1. A. Dempster, N. Laird, D. Rubin, Maximum likelihood from incomplete data via the EM
   *    algorithm, JRSS B 39 (1977)
   * 2. W. E. Winkler, Using the EM algorithm for weight computation in the Fellegi-Sunter model of
   *    record linkage, ASA (1988)
   */
  private static final double IMAGINED = 40;
  private static final double LEAST = 0.0005;
  private static final double LEAST_DISAGREEMENT = 0.004;
  private static final double FEW_OF_A_SOURCE = 0.02;
  private static final double SOURCE_FACTOR = 4;
  private static final double CONVERGED = 1e-5;
  private static final Set<Attribute> FIXED = EnumSet.of(Attribute.ORDER, Attribute.SOLE);
  private static final Set<Attribute> HOME =
      EnumSet.of(
          Attribute.FAMILY,
          Attribute.EMAIL,
          Attribute.PHONE,
          Attribute.ADDRESS,
          Attribute.ORGANIZATION);

  private final List<Sample> samples;
  private final Weights prior;
  private final double[] random;

  /**
   * Pairs of one blocking rule.
   *
   * @param counts their patterns, masked
   */
  public record Sample(PatternCounts counts) {}

  @SuppressWarnings("ArrayRecordComponent") // arrays are the point: a round reads thousands of them
  private record Counted(long[] patterns, double[] counts, double total, double[] shares) {}

  /**
   * With samples of pairs.
   *
   * @param prior where to start, and what to lean on
   * @param random u-probabilities
   */
  public ExpectationMaximization(List<Sample> samples, Weights prior, double[] random) {
    this.samples = samples;
    this.prior = prior;
    this.random = random;
  }

  /** Runs until nothing moves, or so many rounds; the rates are those of the prior. */
  public Weights run(int rounds) {
    double[] match = prior.match().clone();
    double[] home = homeStart();
    List<Counted> counted = new ArrayList<>();
    for (Sample sample : samples) {
      long[] patterns = sample.counts().patterns();
      double[] counts = new double[patterns.length];
      double total = 0;
      for (int i = 0; i < patterns.length; i++) {
        counts[i] = sample.counts().count(patterns[i]);
        total += counts[i];
      }
      counted.add(new Counted(patterns, counts, total, new double[] {.2, .1, .7}));
    }
    for (int round = 0; round < rounds; round++) {
      double[] matchSums = Weights.table();
      double[] homeSums = Weights.table();
      for (Counted sample : counted) {
        expect(sample, match, home, matchSums, homeSums);
      }
      double moved =
          maximize(match, matchSums, prior.match(), EnumSet.complementOf(EnumSet.copyOf(FIXED)));
      moved = Math.max(moved, maximize(home, homeSums, prior.home(), HOME));
      if (moved < CONVERGED) {
        break;
      }
    }
    bound(match);
    return new Weights(
        match, random, home, prior.matchRate(), prior.homeRate(), prior.namesTogether());
  }

  private void expect(
      Counted sample, double[] match, double[] home, double[] matchSums, double[] homeSums) {
    double[] next = new double[3];
    for (int i = 0; i < sample.patterns.length; i++) {
      double m = sample.shares[0];
      double h = sample.shares[1];
      double u = sample.shares[2];
      int base = 0;
      for (long rest = sample.patterns[i]; rest != 0; rest >>>= Attribute.BITS) {
        int level = (int) rest & Attribute.LEVELS - 1;
        if (level != 0) {
          m *= match[base + level];
          h *= home[base + level];
          u *= random[base + level];
        }
        base += Attribute.LEVELS;
      }
      if (Weights.bothNames(sample.patterns[i])) {
        u *= prior.namesTogether();
      }
      double all = m + h + u;
      double asMatch = sample.counts[i] * m / all;
      double asHome = sample.counts[i] * h / all;
      next[0] += asMatch;
      next[1] += asHome;
      base = 0;
      for (long rest = sample.patterns[i]; rest != 0; rest >>>= Attribute.BITS) {
        int level = (int) rest & Attribute.LEVELS - 1;
        matchSums[base + level] += asMatch;
        homeSums[base + level] += asHome;
        base += Attribute.LEVELS;
      }
    }
    double total = sample.total + 3;
    sample.shares[0] = (next[0] + .5) / total;
    sample.shares[1] = (next[1] + .5) / total;
    sample.shares[2] = 1 - sample.shares[0] - sample.shares[1];
  }

  private static double maximize(
      double[] table, double[] sums, double[] lean, Set<Attribute> attributes) {
    double moved = 0;
    for (Attribute attribute : attributes) {
      double total = IMAGINED;
      for (int level = 1; level < attribute.levels().size(); level++) {
        total += sums[attribute.place(level)];
      }
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        double value = (sums[place] + IMAGINED * lean[place]) / total;
        moved = Math.max(moved, Math.abs(value - table[place]));
        table[place] = value;
      }
    }
    return moved;
  }

  /*
   * Like strangers where the home does not matter, but for namesakes and twins; and parents do not
   * give two children one name, so that given names agree less often than by chance.
   */
  private double[] homeStart() {
    double[] home = prior.home().clone();
    for (Attribute attribute : Attribute.all()) {
      boolean asStrangers = attribute != Attribute.GIVEN && !HOME.contains(attribute);
      if (asStrangers && !FIXED.contains(attribute)) {
        for (int level = 1; level < attribute.levels().size(); level++) {
          int place = attribute.place(level);
          double lift = prior.home()[place] - prior.random()[place];
          home[place] = Math.max(random[place] + lift, random[place] * .5);
        }
        normalize(home, attribute);
      }
    }
    return home;
  }

  private void bound(double[] match) {
    for (Attribute attribute : Attribute.all()) {
      if (FIXED.contains(attribute)) {
        continue;
      }
      if (attribute == Attribute.SOURCE) {
        boundSource(match);
        continue;
      }
      int last = attribute.levels().size() - 1;
      for (int level = 1; level <= last; level++) {
        int place = attribute.place(level);
        match[place] = Math.max(match[place], LEAST);
      }
      int worst = attribute.place(last);
      match[worst] = Math.max(match[worst], LEAST_DISAGREEMENT);
      match[worst] = Math.min(match[worst], random[worst]);
      match[attribute.place(1)] = Math.max(match[attribute.place(1)], random[attribute.place(1)]);
      normalize(match, attribute);
    }
  }

  /* Where nearly all records come from one source, nothing is known about others to come. */
  private void boundSource(double[] match) {
    for (int level = 1; level <= 2; level++) {
      int place = Attribute.SOURCE.place(level);
      double u = random[place];
      match[place] =
          u < FEW_OF_A_SOURCE ? u : Math.clamp(match[place], u / SOURCE_FACTOR, u * SOURCE_FACTOR);
    }
  }

  private static void normalize(double[] table, Attribute attribute) {
    double sum = 0;
    for (int level = 1; level < attribute.levels().size(); level++) {
      sum += table[attribute.place(level)];
    }
    for (int level = 1; level < attribute.levels().size(); level++) {
      table[attribute.place(level)] /= sum;
    }
  }
}
