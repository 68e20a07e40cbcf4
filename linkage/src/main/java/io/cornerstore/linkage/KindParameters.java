package io.cornerstore.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a model holds about pairs of one kind, persons or organisations. Immutable.
 *
 * @param matchRate share of matches among all pairs of records, the prior; 0..1, both excluded
 * @param homeRate share of pairs of one home among all pairs; 0..1, both excluded
 * @param namesTogether how many times as often two unrelated persons agree on given and family name
 *     as independence of the two would have it; at least 1
 * @param comparisons one for each attribute
 */
public record KindParameters(
    double matchRate, double homeRate, double namesTogether, List<Comparison> comparisons) {
  /* What persons of one home have in common, or avoid to have in common, by its nature. */
  private static final Set<String> OF_HOMES =
      Set.of("given-name", "family-name", "email", "phone", "address", "organization");

  /** Checks the ranges and copies the list. */
  public KindParameters {
    requireRate("matchRate", matchRate);
    requireRate("homeRate", homeRate);
    if (!(namesTogether >= 1 && namesTogether < Double.POSITIVE_INFINITY)) {
      throw new LinkageException("namesTogether is " + namesTogether + ", not 1 or more.");
    }
    comparisons = List.copyOf(comparisons);
  }

  /** The prior in bits: log2 odds of two random records being the same. */
  public double priorBits() {
    return log2(matchRate / (1 - matchRate));
  }

  /**
   * The comparison of an attribute.
   *
   * @throws LinkageException when there is none
   */
  public Comparison comparison(String attribute) {
    return comparisons.stream()
        .filter(comparison -> comparison.attribute.equals(attribute))
        .findFirst()
        .orElseThrow(() -> new LinkageException("The comparison of " + attribute + " is missing."));
  }

  /**
   * One attribute and how well it may agree.
   *
   * @param attribute such as {@code family-name}
   * @param levels the best first
   */
  public record Comparison(String attribute, List<Level> levels) {
    /** Copies the list. */
    public Comparison {
      levels = List.copyOf(levels);
    }

    /**
     * The same levels with m and u of another origin; for what homes do not matter to, persons of
     * one home are taken to agree like strangers, but for twins and namesakes.
     *
     * @param m one for each level
     * @param u one for each level
     */
    public Comparison with(double[] m, double[] u) {
      List<Level> changed = new ArrayList<>();
      for (int i = 0; i < levels.size(); i++) {
        Level level = levels.get(i);
        double asStrangers = Math.max(u[i] + level.home - level.u, u[i] / 2);
        double home = OF_HOMES.contains(attribute) ? level.home : Math.min(1, asStrangers);
        changed.add(new Level(level.name, m[i], u[i], home));
      }
      return new Comparison(attribute, changed);
    }

    /** The same levels, none of which says anything. */
    public Comparison neutral() {
      List<Level> changed = new ArrayList<>();
      for (Level level : levels) {
        changed.add(new Level(level.name, level.u, level.u, level.u));
      }
      return new Comparison(attribute, changed);
    }
  }

  /**
   * One grade of agreement.
   *
   * @param name such as {@code typing-error}
   * @param m probability of the level when both records are the same; above 0, at most 1
   * @param u probability when they are two unrelated ones; above 0, at most 1
   * @param home probability when they are two persons of one home; above 0, at most 1
   */
  public record Level(String name, double m, double u, double home) {
    /** Checks the ranges. */
    public Level {
      requireProbability("m", m);
      requireProbability("u", u);
      requireProbability("home", home);
    }

    /** The match weight log2(m/u), in bits. */
    public double weightBits() {
      return log2(m / u);
    }
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static void requireProbability(String name, double value) {
    if (!(value > 0 && value <= 1 + 1e-9)) {
      throw new LinkageException(
          name + " is " + value + ", not above 0 and at most 1. Maybe train the model anew.");
    }
  }

  private static void requireRate(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new LinkageException(name + " is " + value + ", not between 0 and 1.");
    }
  }
}
