package io.cornerstore.linkage.text;

/**
 * Number of insertions, deletions, substitutions and swaps of neighbours that turn one byte string
 * into another, where no part is edited twice (optimal string alignment).
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class EditDistance {
  /*
   * One column of the dynamic programme as two bit vectors of vertical differences; a whole column
   * costs a dozen operations. Strings longer than 64 bytes are cut.
   *
   * 1. H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances,
   *    Nordic Journal of Computing 10 (2003)
   */
  private static final int LIMIT = 64;
  private final long[] places = new long[256];

  /** Distance, 0 when equal. */
  public int distance(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    int n = Math.min(aLength, LIMIT);
    int m = Math.min(bLength, LIMIT);
    if (n == 0 || m == 0) {
      return n + m;
    }
    for (int i = 0; i < n; i++) {
      places[a[aFrom + i] & 0xff] |= 1L << i;
    }
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    long last = 1L << (n - 1);
    int distance = n;
    for (int j = 0; j < m; j++) {
      long here = places[b[bFrom + j] & 0xff];
      long swap = ((~diagonal & here) << 1) & before;
      diagonal = (((here & up) + up) ^ up) | here | down | swap;
      long right = down | ~(diagonal | up);
      long left = up & diagonal;
      if ((right & last) != 0) {
        distance++;
      } else if ((left & last) != 0) {
        distance--;
      }
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
      before = here;
    }
    for (int i = 0; i < n; i++) {
      places[a[aFrom + i] & 0xff] = 0;
    }
    return distance;
  }
}
