package io.cornerstore.linkage.blocking;

/** Sorts numbers by some of their bits without comparing them; not thread-safe. */
final class RadixSort {
  private static final int DIGIT_BITS = 9;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private long[] spare = new long[0];

  /**
   * Sorts part of an array by the lowest {@code bits} bits of the high halves, which agree in all
   * others; what is equal there keeps its order.
   */
  void sortByHighHalf(long[] values, int from, int to, int bits) {
    int size = to - from;
    if (spare.length < size) {
      spare = new long[size + (size >> 2)];
    }
    boolean isInSpare = false;
    for (int shift = 32; shift < 32 + bits; shift += DIGIT_BITS) {
      if (isInSpare) {
        pass(spare, 0, values, from, size, shift, 32 + bits - shift);
      } else {
        pass(values, from, spare, 0, size, shift, 32 + bits - shift);
      }
      isInSpare = !isInSpare;
    }
    if (isInSpare) {
      System.arraycopy(spare, 0, values, from, size);
    }
  }

  private static void pass(
      long[] in, int inFrom, long[] out, int outFrom, int size, int shift, int bitsLeft) {
    int mask = (bitsLeft < DIGIT_BITS ? 1 << bitsLeft : DIGITS) - 1;
    int[] places = new int[DIGITS + 1];
    for (int i = inFrom; i < inFrom + size; i++) {
      places[((int) (in[i] >>> shift) & mask) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      places[digit + 1] += places[digit];
    }
    for (int i = inFrom; i < inFrom + size; i++) {
      out[outFrom + places[(int) (in[i] >>> shift) & mask]++] = in[i];
    }
  }
}
