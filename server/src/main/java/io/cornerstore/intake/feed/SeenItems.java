package io.cornerstore.intake.feed;

import java.util.UUID;

/** A set of 128-bit hashes in two arrays: about 40 bytes an item instead of 100. */
final class SeenItems {

  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int size;

  /** Adds an item; false when it was there. */
  boolean add(UUID item) {
    int slot = slot(high, low, item.getMostSignificantBits(), lowOf(item));
    if (low[slot] != 0) {
      return false;
    }
    high[slot] = item.getMostSignificantBits();
    low[slot] = lowOf(item);
    if (++size * 2L > low.length) {
      grow();
    }
    return true;
  }

  boolean contains(UUID item) {
    return low[slot(high, low, item.getMostSignificantBits(), lowOf(item))] != 0;
  }

  /** Zero marks a free slot, so the one hash in 2^64 that ends in zero is kept as one. */
  private static long lowOf(UUID item) {
    long bits = item.getLeastSignificantBits();
    return bits == 0 ? 1 : bits;
  }

  private static int slot(long[] high, long[] low, long h, long l) {
    int slot = (int) (((h ^ l) * 0x9E3779B97F4A7C15L) >>> 32) & (low.length - 1);
    while (low[slot] != 0 && (low[slot] != l || high[slot] != h)) {
      slot = (slot + 1) & (low.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    high = new long[oldHigh.length * 2];
    low = new long[oldLow.length * 2];
    for (int i = 0; i < oldLow.length; i++) {
      if (oldLow[i] != 0) {
        int slot = slot(high, low, oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
      }
    }
  }
}
