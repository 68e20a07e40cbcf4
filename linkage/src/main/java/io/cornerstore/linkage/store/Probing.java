package io.cornerstore.linkage.store;

/**
 * Open addressing by linear probing in tables of any size, whose deletion shifts back what was
 * pushed on and leaves no tombstones (D. E. Knuth, The Art of Computer Programming 3, 6.4,
 * algorithm R).
 */
public final class Probing {

  private Probing() {}

  /** The place after this one. */
  public static int next(int at, int size) {
    return at + 1 == size ? 0 : at + 1;
  }

  /** Whether what lies here is still found from its home after a place before it became empty. */
  public static boolean stays(int home, int at, int empty) {
    return empty <= at ? empty < home && home <= at : empty < home || home <= at;
  }
}
