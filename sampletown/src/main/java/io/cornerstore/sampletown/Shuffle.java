package io.cornerstore.sampletown;

/**
 * A seeded bijection of 0 … size-1 without a table: four Feistel rounds over the next even number
 * of bits, walked until the value falls inside (Black and Rogaway 2002). Gives keys that look
 * random, never repeat and need no memory.
 */
final class Shuffle {

  private final long seed;
  private final long size;
  private final int half;
  private final long mask;

  Shuffle(long seed, long size) {
    this.seed = seed;
    this.size = size;
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
    this.half = (bits + 1) / 2;
    this.mask = (1L << half) - 1;
  }

  /** Where {@code number}, taken modulo the size, goes. */
  long of(long number) {
    long value = Math.floorMod(number, size);
    do {
      value = round(value);
    } while (value >= size);
    return value;
  }

  private long round(long value) {
    long left = value >>> half;
    long right = value & mask;
    for (int i = 0; i < 4; i++) {
      long next = left ^ (Dice.hash(seed + i, right) & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }
}
