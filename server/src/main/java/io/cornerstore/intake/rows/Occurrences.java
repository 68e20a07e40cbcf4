package io.cornerstore.intake.rows;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Counts how often each row occurred so far: an open-addressed table of 64 bits of their hashes,
 * about 13 bytes a row, and a map for the few that occur again. Two different rows that share the
 * 64 bits (one chance in 10^7 for a million rows) count each other, which gives the second an
 * unusual but still unique receipt.
 */
final class Occurrences {

  private long[] slots = new long[1 << 12];
  private int size;
  private final Map<Long, Integer> again = new HashMap<>();

  /** How often this one occurred, this time included. */
  int count(UUID hash) {
    long mark = hash.getMostSignificantBits() ^ Long.rotateLeft(hash.getLeastSignificantBits(), 32);
    if (mark == 0) {
      mark = 1;
    }
    int slot = slot(mark);
    if (slots[slot] == mark) {
      return again.merge(mark, 2, (old, _) -> old + 1);
    }
    slots[slot] = mark;
    if (++size * 5L > slots.length * 4L) {
      grow();
    }
    return 1;
  }

  private int slot(long mark) {
    int slot = (int) ((mark * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != mark) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long mark : old) {
      if (mark != 0) {
        slots[slot(mark)] = mark;
      }
    }
  }
}
