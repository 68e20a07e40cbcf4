package io.cornerstore.linkage;

import io.cornerstore.linkage.linking.EdgeList;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Pairs as their numbers in an array: an object is made of one when somebody looks at it.
 * Immutable.
 */
final class PackedPairs extends AbstractList<ScoredPair> implements RandomAccess {
  private final Lookup lookup;
  private final int[] numbers;

  /** Of these numbers, in this order. */
  PackedPairs(Lookup lookup, int[] numbers) {
    this.lookup = lookup;
    this.numbers = numbers;
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public ScoredPair get(int at) {
    return lookup.pair(numbers[at]);
  }

  /**
   * What the numbers of pairs stand for: from 0 on an edge; below it what a person said, -1 the
   * first of them.
   *
   * @param edges judged edges
   * @param said pairs as {@code (long) a << 32 | b}, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // internal; one number a pair
  record Lookup(EdgeList edges, long[] said) {
    ScoredPair pair(int number) {
      if (number < 0) {
        long pair = said[-1 - number];
        return scored((int) (pair >> 32), (int) pair, JudgedPairs.SAID, 0);
      }
      return scored(edges.a(number), edges.b(number), edges.bits(number), edges.pattern(number));
    }

    private static ScoredPair scored(int a, int b, double bits, long pattern) {
      return new ScoredPair(a, b, bits, probability(bits), pattern);
    }
  }

  /** Log2 odds as a probability. */
  static double probability(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }
}
