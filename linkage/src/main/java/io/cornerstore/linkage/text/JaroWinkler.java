package io.cornerstore.linkage.text;

import java.util.Arrays;

/**
 * Jaro–Winkler similarity of two byte strings.
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class JaroWinkler {
  /*
   * Bit-parallel: for each byte value a mask of its positions in b; the first free position within
   * the window is the lowest set bit of mask & window & ~taken. Strings longer than 64 bytes are
   * cut, names are not that long. The greedy choice depends on which string comes first, so the shorter
   * one does, and the lesser of two equally long ones: the result is symmetric. Cost: one table read and a few operations per byte of a.
   *
   * 1. M. A. Jaro, Advances in record-linkage methodology, JASA 84 (1989)
   * 2. W. E. Winkler, String comparator metrics and enhanced decision rules, ASA (1990)
   */
  private static final int LIMIT = 64;
  private static final double PREFIX_WEIGHT = 0.1;
  private static final double ROUNDING = 1e-6;
  private final long[] places = new long[256];

  /** Similarity, 0..1; 1 when equal, 0 when nothing is shared or one is empty. */
  public double similarity(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    boolean swap =
        aLength > bLength
            || (aLength == bLength
                && Arrays.compare(a, aFrom, aFrom + aLength, b, bFrom, bFrom + bLength) > 0);
    return swap
        ? ordered(b, bFrom, bLength, a, aFrom, aLength)
        : ordered(a, aFrom, aLength, b, bFrom, bLength);
  }

  /**
   * Whether two texts of one pool are at least so similar, which mostly shows from their letters.
   */
  public boolean isAtLeast(double least, byte[] pool, int a, int aLength, int b, int bLength) {
    int n = Math.min(aLength, LIMIT);
    int m = Math.min(bLength, LIMIT);
    if (n == 0 || m == 0) {
      return false;
    }
    double prefix = PREFIX_WEIGHT * prefix(pool, a, n, pool, b, m);
    double jaro = (least - prefix) / (1 - prefix);
    double common = (3 * jaro - 1) * n * m / (n + m) - ROUNDING;
    if (Math.min(n, m) < common) {
      return false;
    }
    long lettersA = letters(pool, a, n);
    long lettersB = letters(pool, b, m);
    return n - Long.bitCount(lettersA & ~lettersB) >= common
        && m - Long.bitCount(lettersB & ~lettersA) >= common
        && similarity(pool, a, aLength, pool, b, bLength) >= least;
  }

  private static long letters(byte[] text, int from, int length) {
    long letters = 0;
    for (int i = from; i < from + length; i++) {
      letters |= 1L << text[i];
    }
    return letters;
  }

  private static int prefix(byte[] a, int aFrom, int n, byte[] b, int bFrom, int m) {
    int prefix = 0;
    int most = Math.min(4, Math.min(n, m));
    while (prefix < most && a[aFrom + prefix] == b[bFrom + prefix]) {
      prefix++;
    }
    return prefix;
  }

  private double ordered(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    int n = Math.min(aLength, LIMIT);
    int m = Math.min(bLength, LIMIT);
    if (n == 0 || m == 0) {
      return 0;
    }
    for (int j = 0; j < m; j++) {
      places[b[bFrom + j] & 0xff] |= 1L << j;
    }
    int reach = Math.max(0, Math.max(n, m) / 2 - 1);
    long takenA = 0;
    long takenB = 0;
    for (int i = 0; i < n; i++) {
      long free = places[a[aFrom + i] & 0xff] & window(i, reach, m) & ~takenB;
      if (free != 0) {
        takenB |= free & -free;
        takenA |= 1L << i;
      }
    }
    for (int j = 0; j < m; j++) {
      places[b[bFrom + j] & 0xff] = 0;
    }
    int common = Long.bitCount(takenA);
    if (common == 0) {
      return 0;
    }
    int moved = 0;
    for (long x = takenA, y = takenB; x != 0; x &= x - 1, y &= y - 1) {
      if (a[aFrom + Long.numberOfTrailingZeros(x)] != b[bFrom + Long.numberOfTrailingZeros(y)]) {
        moved++;
      }
    }
    double c = common;
    double jaro = (c / n + c / m + (c - (moved >> 1)) / c) / 3;
    return jaro + prefix(a, aFrom, n, b, bFrom, m) * PREFIX_WEIGHT * (1 - jaro);
  }

  private static long window(int i, int reach, int m) {
    int low = Math.max(0, i - reach);
    int high = Math.min(m - 1, i + reach);
    return low > high ? 0 : (-1L >>> (63 - (high - low))) << low;
  }
}
