package io.cornerstore.linkage.store;

/**
 * Up to fifteen decimal digits in one long, four bits each, the last digit lowest, each one higher
 * by one.
 */
public final class Digits {
  private static final int MOST = 15;

  private Digits() {}

  /**
   * Packs the digits of a phone number, up to an extension; the last fifteen when there are more.
   *
   * @return 0 when there are fewer than five digits, or one digit only, again and again
   */
  public static long pack(String text) {
    long packed = 0;
    int count = 0;
    boolean varied = false;
    int length = Math.min(text.length(), 64);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        int digit = c - '0' + 1;
        varied |= count > 0 && digit != (packed & 15);
        packed = packed << 4 | digit;
        count++;
      } else if (count >= 5 && (c == 'x' || c == 'e' || c == '#')) {
        break;
      }
    }
    return count < 5 || !varied ? 0 : packed & (-1L >>> (64 - 4 * MOST));
  }

  /** Packs all digits of a text, be they few; the last fifteen when there are more. */
  public static long packShort(String text) {
    long packed = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        packed = packed << 4 | c - '0' + 1;
      }
    }
    return packed & (-1L >>> (64 - 4 * MOST));
  }

  /** Number of digits. */
  public static int count(long packed) {
    return (67 - Long.numberOfLeadingZeros(packed)) / 4;
  }

  /** Whether the last {@code digits} digits of both agree; false when one has fewer. */
  public static boolean sameEnd(long a, long b, int digits) {
    return ((a ^ b) & (-1L >>> (64 - 4 * digits))) == 0 && count(a) >= digits && count(b) >= digits;
  }

  /** Whether one digit differs, or two neighbours are swapped. */
  public static boolean isTypo(long a, long b) {
    if (a == b || count(a) != count(b)) {
      return false;
    }
    long difference = a ^ b;
    int low = Long.numberOfTrailingZeros(difference) & ~3;
    if (difference >>> low < 16) {
      return true;
    }
    return difference >>> low < 256
        && (a >>> low & 15) == (b >>> (low + 4) & 15)
        && (a >>> (low + 4) & 15) == (b >>> low & 15);
  }

  /** Whether the digits {@code part} stand somewhere in {@code whole}. */
  public static boolean contains(long whole, long part) {
    int length = count(part);
    long mask = -1L >>> (64 - 4 * length);
    for (long rest = whole; rest != 0 && rest >= part; rest >>>= 4) {
      if ((rest & mask) == part) {
        return true;
      }
    }
    return false;
  }
}
