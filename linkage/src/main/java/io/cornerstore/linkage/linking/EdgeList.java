package io.cornerstore.linkage.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Judged pairs in arrays, which grow without being copied; not thread-safe. */
public final class EdgeList {
  private static final int SHIFT = 12;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private final List<Chunk> chunks = new ArrayList<>();
  private int size;
  private long compared;

  /** So many pairs; the first of a list has room for few, since most lists are short. */
  private static final class Chunk {
    private int[] ends;
    private double[] bits;
    private long[] patterns;
    private boolean[] links;

    Chunk(int room) {
      ends = new int[2 * room];
      bits = new double[room];
      patterns = new long[room];
      links = new boolean[room];
    }

    void widen(int room) {
      ends = Arrays.copyOf(ends, 2 * room);
      bits = Arrays.copyOf(bits, room);
      patterns = Arrays.copyOf(patterns, room);
      links = Arrays.copyOf(links, room);
    }
  }

  /** Adds a pair, a smaller than b. */
  public void add(int a, int b, double weight, long pattern, boolean link) {
    Chunk chunk = lastChunk();
    int at = size++ & MASK;
    chunk.ends[2 * at] = a;
    chunk.ends[2 * at + 1] = b;
    chunk.bits[at] = weight;
    chunk.patterns[at] = pattern;
    chunk.links[at] = link;
  }

  /* The chunk with room for one more. */
  private Chunk lastChunk() {
    int at = size & MASK;
    if (at == 0 && size >> SHIFT == chunks.size()) {
      chunks.add(new Chunk(size == 0 ? 16 : CHUNK));
    }
    Chunk last = chunks.getLast();
    if (at == last.bits.length) {
      last.widen(Math.min(CHUNK, 4 * at));
    }
    return last;
  }

  /** Takes all pairs of another list, which has none afterwards. */
  void drain(EdgeList other) {
    for (int from = 0; from < other.size; from += CHUNK) {
      int end = Math.min(other.size, from + CHUNK);
      for (int i = from; i < end; i++) {
        add(other.a(i), other.b(i), other.bits(i), other.pattern(i), other.isLink(i));
      }
      other.chunks.set(from >> SHIFT, new Chunk(0));
    }
    compared += other.compared;
    other.chunks.clear();
    other.size = 0;
    other.compared = 0;
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

  private Chunk chunk(int edge) {
    return chunks.get(edge >> SHIFT);
  }

  /** The smaller handle of a pair. */
  public int a(int edge) {
    return chunk(edge).ends[2 * (edge & MASK)];
  }

  /** The larger handle of a pair. */
  public int b(int edge) {
    return chunk(edge).ends[2 * (edge & MASK) + 1];
  }

  /** Weight of a pair. */
  public double bits(int edge) {
    return chunk(edge).bits[edge & MASK];
  }

  /** Pattern of a pair. */
  public long pattern(int edge) {
    return chunk(edge).patterns[edge & MASK];
  }

  /** Whether the pair links, or is for review. */
  public boolean isLink(int edge) {
    return chunk(edge).links[edge & MASK];
  }

  /** The first {@code count} of these edges by falling weight, equal ones by their records. */
  public int[] strongestFirst(int[] some, int count) {
    /* By the weight as a float first, in one array of numbers; what is equal there, exactly. */
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      int raw = Float.floatToIntBits((float) -bits(some[i]));
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
    for (int i = from + 1; i < to; i++) {
      if (bits(sorted[i]) != bits(sorted[from])) {
        sortByWeight(sorted, from, to);
        return;
      }
    }
    sortByRecords(sorted, from, to);
  }

  private void sortByWeight(int[] sorted, int from, int to) {
    Integer[] run = new Integer[to - from];
    Arrays.setAll(run, i -> sorted[from + i]);
    Arrays.sort(
        run,
        Comparator.comparingDouble((Integer edge) -> -bits(edge))
            .thenComparingInt(this::a)
            .thenComparingInt(this::b));
    for (int i = from; i < to; i++) {
      sorted[i] = run[i - from];
    }
  }

  /* Of equal weight, as most are: by one record in an array of numbers, then by the other. */
  private void sortByRecords(int[] sorted, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) a(sorted[from + i]) << 32 | sorted[from + i];
    }
    Arrays.sort(keys);
    for (int start = 0, end; start < keys.length; start = end) {
      int a = (int) (keys[start] >> 32);
      end = start;
      while (end < keys.length && (int) (keys[end] >> 32) == a) {
        int edge = (int) keys[end];
        keys[end++] = (long) b(edge) << 32 | edge;
      }
      Arrays.sort(keys, start, end);
    }
    for (int i = 0; i < keys.length; i++) {
      sorted[from + i] = (int) keys[i];
    }
  }
}
