package io.cornerstore.linkage.scoring;

/** What an e-mail or phone loses because many records hold it. */
public final class Demotion {
  private static final int ORDINARY_HOLDERS = 6;
  private static final double STEP = -1.5;

  private Demotion() {}

  /**
   * Bits for a value with so many holders, 0 or less: a step for each doubling beyond the usual.
   */
  static double bits(int holders) {
    return STEP * steps(holders);
  }

  /** Whether one holder less would make a difference. */
  public static boolean changes(int holders) {
    return holders > 1 && steps(holders) != steps(holders - 1);
  }

  private static int steps(int holders) {
    return 32 - Integer.numberOfLeadingZeros((holders - 1) / ORDINARY_HOLDERS);
  }
}
