package io.cornerstore.linkage.linking;

import java.util.Arrays;
import java.util.Comparator;

/** Judged pairs in arrays; not thread-safe. */
public final class EdgeList {
  private int[] ends = new int[32];
  private double[] bits = new double[16];
  private long[] patterns = new long[16];
  private boolean[] links = new boolean[16];
  private int size;
  private long compared;

  /** Adds a pair, a smaller than b. */
  public void add(int a, int b, double weight, long pattern, boolean link) {
    if (size == bits.length) {
      int more = size + (size >> 1);
      ends = Arrays.copyOf(ends, more * 2);
      bits = Arrays.copyOf(bits, more);
      patterns = Arrays.copyOf(patterns, more);
      links = Arrays.copyOf(links, more);
    }
    ends[2 * size] = a;
    ends[2 * size + 1] = b;
    bits[size] = weight;
    patterns[size] = pattern;
    links[size++] = link;
  }

  /** Adds all pairs of another list. */
  public void addAll(EdgeList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.a(i), other.b(i), other.bits[i], other.patterns[i], other.links[i]);
    }
    compared += other.compared;
  }

  /** One more pair was compared, worth keeping or not. */
  public void countCompared() {
    compared++;
  }

  /** How many pairs were compared for this list. */
  public long compared() {
    return compared;
  }

  /** Number of pairs. */
  public int size() {
    return size;
  }

  /** The smaller handle of a pair. */
  public int a(int edge) {
    return ends[2 * edge];
  }

  /** The larger handle of a pair. */
  public int b(int edge) {
    return ends[2 * edge + 1];
  }

  /** Weight of a pair. */
  public double bits(int edge) {
    return bits[edge];
  }

  /** Pattern of a pair. */
  public long pattern(int edge) {
    return patterns[edge];
  }

  /** Whether the pair links, or is for review. */
  public boolean isLink(int edge) {
    return links[edge];
  }

  /** The first {@code count} of these edges by falling weight, equal ones by their records. */
  public int[] strongestFirst(int[] some, int count) {
    /* By the weight as a float first, in one array of numbers; what is equal there, exactly. */
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      int raw = Float.floatToIntBits((float) -bits[some[i]]);
      int ordered = raw >= 0 ? raw : raw ^ Integer.MAX_VALUE;
      keys[i] = (long) ordered << 32 | some[i];
    }
    Arrays.sort(keys);
    int[] sorted = new int[count];
    for (int from = 0, to; from < count; from = to) {
      to = from;
      while (to < count && keys[to] >> 32 == keys[from] >> 32) {
        sorted[to] = (int) keys[to];
        to++;
      }
      if (to - from > 1) {
        sortExactly(sorted, from, to);
      }
    }
    return sorted;
  }

  private void sortExactly(int[] sorted, int from, int to) {
    Integer[] run = new Integer[to - from];
    Arrays.setAll(run, i -> sorted[from + i]);
    Arrays.sort(
        run,
        Comparator.comparingDouble((Integer edge) -> -bits[edge])
            .thenComparingInt(this::a)
            .thenComparingInt(this::b));
    for (int i = from; i < to; i++) {
      sorted[i] = run[i - from];
    }
  }
}
