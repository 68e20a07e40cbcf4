package io.cornerstore.linkage.scoring;

/**
 * How rare the agreed values of a pair are, in eight bits of the pattern, so that pairs can be
 * counted by pattern and rarity at once: the four that a pattern leaves free, and those of {@link
 * Attribute#SOLE}, which is not known when pairs are counted.
 */
public final class RarityCode {
  /*
   * Given names in steps of 0.8 bits over -6..6, what is common to a home in steps of 1.25 bits over
   * -10..8.75: finer than the calibration needs.
   */
  private static final int FREE = 60;
  private static final long PATTERN = ~(Attribute.SOLE.mask() | -1L << FREE);
  private static final double GIVEN_STEP = 0.8;
  private static final double GIVEN_LEAST = -6;
  private static final double SHARED_STEP = 1.25;
  private static final double SHARED_LEAST = -10;

  private RarityCode() {}

  /** The pattern with its rarity. */
  static long with(long pattern, double given, double shared) {
    return pattern
        | Attribute.SOLE.at((int) step(given, GIVEN_LEAST, GIVEN_STEP))
        | step(shared, SHARED_LEAST, SHARED_STEP) << FREE;
  }

  private static long step(double bits, double least, double step) {
    return Math.clamp(Math.round((bits - least) / step), 0, Attribute.LEVELS - 1);
  }

  /** The pattern alone. */
  public static long pattern(long coded) {
    return coded & PATTERN;
  }

  /** Bits of the given name. */
  public static double given(long coded) {
    return GIVEN_LEAST + GIVEN_STEP * Attribute.SOLE.in(coded);
  }

  /** Bits of a given name handed down in a home: those of two that are the same, else 0. */
  public static double handedDown(long coded) {
    return Attribute.GIVEN.in(coded) == NameLevels.EXACT ? given(coded) : 0;
  }

  /** Bits of what the members of a home have in common. */
  public static double shared(long coded) {
    return SHARED_LEAST + SHARED_STEP * (coded >>> FREE);
  }
}
