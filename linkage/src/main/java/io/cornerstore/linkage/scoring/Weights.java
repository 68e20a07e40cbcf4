package io.cornerstore.linkage.scoring;

/**
 * The probabilities of every level among three kinds of pairs, and how common these kinds are.
 *
 * <p>Arrays are indexed by {@link Attribute#place}; they are not to be changed.
 *
 * @param match m: probability of a level when both records are the same person
 * @param random u: probability when they are two unrelated ones
 * @param home h: probability when they are two persons of one home
 * @param matchRate share of matches among all pairs of records
 * @param homeRate share of pairs of one home among all pairs
 * @param namesTogether how many times as often two unrelated persons agree on both names as given
 *     and family names independent of each other would have it; at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // read in the hot path
public record Weights(
    double[] match,
    double[] random,
    double[] home,
    double matchRate,
    double homeRate,
    double namesTogether) {
  /*
   * Fellegi and Sunter know matches and non-matches. Among customers there is a third kind: two
   * persons of one home agree on family name, address, phone and e-mail all at once, which the
   * assumption of independence takes for overwhelming evidence. So non-matches are a mixture of
   * unrelated pairs and pairs of one home, and the weight of a pair is
   *
   *   log2 P(match) - log2 (P(random) + P(home))
   *     = prior + sum log2(m/u) - log2(1 + 2^(log2 homeRate + sum log2(h/u)))
   *
   * which stays additive: one step an attribute, one correction for the home.
   */
  private static final int SIZE = Attribute.all().size() * Attribute.LEVELS;

  /** log2(m/u) of every level, 0 where there is nothing to compare. */
  public double[] matchBits() {
    return ratio(match);
  }

  /** log2(h/u) of every level, 0 where there is nothing to compare. */
  public double[] homeBits() {
    return ratio(home);
  }

  /** The log2 odds of two random records being the same. */
  public double priorBits() {
    return log2(matchRate / (1 - matchRate));
  }

  /** The log2 odds of two random records being of one home. */
  public double homePriorBits() {
    return log2(homeRate / (1 - homeRate));
  }

  /** The same with other shares of matches and homes. */
  public Weights withRates(double matches, double homes) {
    return new Weights(match, random, home, matches, homes, namesTogether);
  }

  /** The same with the u-probabilities of others. */
  public Weights withRandomOf(Weights other) {
    return new Weights(match, other.random, home, matchRate, homeRate, namesTogether);
  }

  /** The same with other probabilities of a coincidence of names. */
  public Weights withNames(double[] matches, double[] homes, double together) {
    return new Weights(matches, random, homes, matchRate, homeRate, together);
  }

  /** What both names together lose against each alone: they go together in families and peoples. */
  public double togetherBits(long pattern) {
    return bothNames(pattern) ? -log2(namesTogether) : 0;
  }

  /** Whether given and family name both agree, but for typing errors at most. */
  public static boolean bothNames(long pattern) {
    int given = Attribute.GIVEN.in(pattern);
    int family = Attribute.FAMILY.in(pattern);
    return given >= NameLevels.EXACT
        && given <= NameLevels.CLOSE
        && family >= NameLevels.EXACT
        && family <= NameLevels.CLOSE;
  }

  private double[] ratio(double[] above) {
    double[] bits = new double[SIZE];
    for (Attribute attribute : Attribute.all()) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        bits[place] = log2(above[place] / random[place]);
      }
    }
    return bits;
  }

  /** Logarithm to base 2. */
  public static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** An empty table of probabilities. */
  public static double[] table() {
    return new double[SIZE];
  }
}
