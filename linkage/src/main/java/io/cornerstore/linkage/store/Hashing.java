package io.cornerstore.linkage.store;

/** Hash functions that are the same on every machine and in every run. */
public final class Hashing {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Hashing() {}

  /** Hash of some bytes. */
  public static int of(byte[] bytes, int from, int length) {
    long hash = length * MULTIPLIER;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    return finish(hash);
  }

  /** Hash of a number. */
  public static int of(long value) {
    return finish(value * MULTIPLIER);
  }

  /** Hash of two numbers in this order. */
  public static long mix(long a, long b) {
    long mixed = (a * MULTIPLIER) ^ Long.rotateLeft(b * 0xC2B2AE3D27D4EB4FL, 31);
    return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
  }

  /** Folds 64 bits into 32. */
  public static int finish(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) (mixed ^ (mixed >>> 32));
  }

  /** A hash as a place in a table of any size. */
  public static int place(int hash, int size) {
    return (int) (((hash & 0xffffffffL) * size) >>> 32);
  }
}
