package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Every pair of records with a key in common, once, in batch: keys are sorted, not looked up.
 *
 * <p>A block of more than {@link #CAP} records says too little and is left out.
 */
public final class SortedBlocks {
  /*
   * The keys of all records lie in one array, ascending for each record. They are cut into parts by
   * their high bits; a part is sorted as (key, record) in one long and read block by block. A pair
   * with several keys in common is met in several blocks: it counts in the one with the smallest
   * key, found by merging the two short lists of keys. No pair is stored.
   */
  /** Largest block in which pairs are compared. */
  public static final int CAP = 160;

  private static final int PARTS = 32;
  private static final int RANGE = 1 << 13;
  private final Rows rows;
  private final Store store;
  private final Workers workers;
  private final int[] starts;
  private int[] keys = new int[0];
  private int[] oversized = new int[0];

  /** Receives the pairs of one part, a smaller than b. */
  public interface Pairs {
    /** Two records with a key in common. */
    void pair(int a, int b);
  }

  /** Computes the keys of all records of a store. */
  public SortedBlocks(Store store, Workers workers) {
    this.store = store;
    this.rows = store.rows();
    this.workers = workers;
    this.starts = new int[rows.limit() + 1];
    computeKeys();
    findOversized();
  }

  /** Number of parts into which the pairs are cut. */
  public static int parts() {
    return PARTS;
  }

  /** Number of blocks left out because they are too large. */
  public int oversizedBlocks() {
    return oversized.length;
  }

  /** Hands all pairs to receivers; which part a pair is in depends on the records only. */
  public void forEach(Supplier<PartReceiver> receivers) {
    forEach(1, receivers);
  }

  /** Hands the pairs of every so manieth part to receivers. */
  public void forEach(int every, Supplier<PartReceiver> receivers) {
    workers.run(
        (PARTS + every - 1) / every,
        () -> {
          PartReceiver receiver = receivers.get();
          return task -> readPart(task * every, receiver.part(task * every));
        });
  }

  /** Gives a receiver for the pairs of a part; used by one thread. */
  public interface PartReceiver {
    /** The receiver of the pairs of this part. */
    Pairs part(int part);
  }

  private void computeKeys() {
    int ranges = (rows.limit() + RANGE - 1) / RANGE;
    int[][] found = new int[ranges][];
    workers.run(
        ranges,
        () -> {
          BlockingKeys own = new BlockingKeys(store);
          return range -> found[range] = keysOfRange(range, own);
        });
    for (int i = 0; i < rows.limit(); i++) {
      starts[i + 1] += starts[i];
    }
    keys = new int[starts[rows.limit()]];
    int filled = 0;
    for (int[] some : found) {
      System.arraycopy(some, 0, keys, filled, some.length);
      filled += some.length;
    }
  }

  private int[] keysOfRange(int range, BlockingKeys own) {
    int[] some = new int[RANGE * 10];
    int filled = 0;
    int end = Math.min(rows.limit(), (range + 1) * RANGE);
    for (int handle = range * RANGE; handle < end; handle++) {
      int count = rows.isLive(handle) ? own.distinctOf(handle) : 0;
      if (filled + count > some.length) {
        some = Arrays.copyOf(some, some.length * 2);
      }
      for (int i = 0; i < count; i++) {
        some[filled++] = own.key(i);
      }
      starts[handle + 1] = count;
    }
    return Arrays.copyOf(some, filled);
  }

  private void findOversized() {
    int[][] found = new int[PARTS][];
    workers.run(
        PARTS,
        () ->
            part -> {
              long[] postings = sorted(part);
              int[] large = new int[postings.length / CAP];
              int filled = 0;
              for (int from = 0, to; from < postings.length; from = to) {
                to = blockEnd(postings, from);
                if (to - from > CAP) {
                  large[filled++] = (int) (postings[from] >> 32);
                }
              }
              found[part] = Arrays.copyOf(large, filled);
            });
    oversized = Arrays.stream(found).flatMapToInt(Arrays::stream).sorted().toArray();
  }

  private void readPart(int part, Pairs pairs) {
    long[] postings = sorted(part);
    for (int from = 0, to; from < postings.length; from = to) {
      to = blockEnd(postings, from);
      if (to - from <= CAP) {
        int key = (int) (postings[from] >> 32);
        for (int i = from; i < to; i++) {
          for (int j = i + 1; j < to; j++) {
            int a = (int) postings[i];
            int b = (int) postings[j];
            if (isFirstCommonKey(a, b, key)) {
              pairs.pair(a, b);
            }
          }
        }
      }
    }
  }

  /* Keys compare as signed ints everywhere, so that parts and lists agree on what is smaller. */
  private long[] sorted(int part) {
    long low = Integer.MIN_VALUE + (long) part * (1L << 32) / PARTS;
    long high = Integer.MIN_VALUE + (long) (part + 1) * (1L << 32) / PARTS;
    int count = 0;
    for (int key : keys) {
      count += key >= low && key < high ? 1 : 0;
    }
    long[] postings = new long[count];
    int filled = 0;
    for (int handle = 0; handle < rows.limit(); handle++) {
      for (int i = starts[handle]; i < starts[handle + 1]; i++) {
        int key = keys[i];
        if (key >= low && key < high) {
          postings[filled++] = (long) key << 32 | handle;
        }
      }
    }
    Arrays.sort(postings);
    return postings;
  }

  private static int blockEnd(long[] postings, int from) {
    int to = from + 1;
    while (to < postings.length && postings[to] >> 32 == postings[from] >> 32) {
      to++;
    }
    return to;
  }

  private boolean isFirstCommonKey(int a, int b, int key) {
    int i = starts[a];
    int j = starts[b];
    while (keys[i] < key && keys[j] < key) {
      if (keys[i] == keys[j]) {
        if (Arrays.binarySearch(oversized, keys[i]) < 0) {
          return false;
        }
        i++;
        j++;
      } else if (keys[i] < keys[j]) {
        i++;
      } else {
        j++;
      }
    }
    return true;
  }
}
