package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * Every pair of records with a key in common, once, in batch: keys are sorted, not looked up.
 *
 * <p>A block of more records than the cap of its rule says too little and is left out. Immutable;
 * true of the store as it was.
 */
public final class SortedBlocks implements KeyHolders {
  /*
   * The keys of all records lie in one array, ascending for each record. In another they stand as
   * (key, record), cut by their high bits into parts small enough for a processor's cache, each
   * part sorted and read block by block. A pair with several keys in common is met in several
   * blocks: it counts in the one with the smallest key, found by merging the two short lists of
   * keys. No pair is stored. All steps but a few sums run on all threads.
   */
  private static final int RECORDS_PER_PART = 4096;
  private static final int MOST_PART_BITS = 12;
  private static final int LEAST_PART_BITS = 5;
  private static final int RANGE = 1 << 13;
  private final Rows rows;
  private final Store store;
  private final Workers workers;
  private final int partBits;
  private final int[] starts;
  private final int[] partStarts;
  private final int[] keys;
  private final long[] postings;
  private final int[] oversized;

  /** Receives the pairs of one part, a smaller than b. */
  public interface Pairs {
    /** Two records with a key in common. */
    void pair(int a, int b);
  }

  /** Receives the blocks of one part that are not too large. */
  public interface Blocks {
    /** A block: a key in the high half of each posting, the records in the low half, ascending. */
    void block(long[] postings, int from, int to);
  }

  /** Computes the keys of all records of a store. */
  public SortedBlocks(Store store, Workers workers) {
    this.store = store;
    this.rows = store.rows();
    this.workers = workers;
    this.partBits =
        Math.clamp(
            Integer.SIZE - Integer.numberOfLeadingZeros(rows.size() / RECORDS_PER_PART),
            LEAST_PART_BITS,
            MOST_PART_BITS);
    this.starts = new int[rows.limit() + 1];
    int[][] found = new int[(rows.limit() + RANGE - 1) / RANGE][];
    int[][] places = new int[found.length][];
    computeKeys(found, places);
    this.partStarts = partStarts(places);
    this.keys = new int[starts[rows.limit()]];
    this.postings = new long[keys.length];
    workers.run(found.length, () -> range -> distribute(range, found, places[range]));
    this.oversized = sort();
  }

  /** Number of parts into which the pairs are cut; depends on the number of records only. */
  public int parts() {
    return 1 << partBits;
  }

  /** Number of blocks left out because they are too large. */
  public int oversizedBlocks() {
    return oversized.length;
  }

  @Override
  public int count(int key) {
    int from = firstPosting(key);
    return blockEnd(from, key) - from;
  }

  @Override
  public int[] members(int key) {
    int from = firstPosting(key);
    int[] members = new int[blockEnd(from, key) - from];
    for (int i = 0; i < members.length; i++) {
      members[i] = (int) postings[from + i];
    }
    return members;
  }

  /** Hands all pairs to receivers; which part a pair is in depends on the records only. */
  public void forEach(Supplier<PartReceiver> receivers) {
    forEach(1, receivers);
  }

  /** Hands the pairs of every so manieth part to receivers. */
  public void forEach(int every, Supplier<PartReceiver> receivers) {
    read(every, BlockingRule::cap, oversized, receivers);
  }

  /** The same, with those of larger blocks that are only to be sampled. */
  public void sample(int every, Supplier<PartReceiver> receivers) {
    int[] leftOut =
        Arrays.stream(oversized).filter(key -> count(key) > BlockingRule.sampledCap(key)).toArray();
    read(every, BlockingRule::sampledCap, leftOut, receivers);
  }

  private void read(
      int every, IntUnaryOperator cap, int[] leftOut, Supplier<PartReceiver> receivers) {
    workers.run(
        (parts() + every - 1) / every,
        () -> {
          PartReceiver receiver = receivers.get();
          return task -> readPart(task * every, cap, leftOut, receiver.part(task * every));
        });
  }

  /** Gives a receiver for the pairs of a part; used by one thread. */
  public interface PartReceiver {
    /** The receiver of the pairs of this part. */
    Pairs part(int part);
  }

  /** Hands the blocks of one part, ascending, to a receiver; those to be sampled as well. */
  public void sampleBlocks(int part, Blocks receiver) {
    blocks(part, BlockingRule::sampledCap, receiver);
  }

  private void blocks(int part, IntUnaryOperator cap, Blocks receiver) {
    int end = partStarts[part + 1];
    for (int from = partStarts[part], to; from < end; from = to) {
      int key = (int) (postings[from] >> 32);
      to = blockEnd(from, key);
      if (to - from > 1 && to - from <= cap.applyAsInt(key)) {
        receiver.block(postings, from, to);
      }
    }
  }

  private void computeKeys(int[][] found, int[][] places) {
    workers.run(
        found.length,
        () -> {
          BlockingKeys own = new BlockingKeys(store);
          return range -> {
            found[range] = keysOfRange(range, own);
            places[range] = new int[parts()];
            for (int key : found[range]) {
              places[range][key >>> (32 - partBits)]++;
            }
          };
        });
    for (int i = 0; i < rows.limit(); i++) {
      starts[i + 1] += starts[i];
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

  /* Turns how many keys a range has in each part into where they go. */
  private int[] partStarts(int[][] places) {
    int[] partStarts = new int[parts() + 1];
    int sum = 0;
    for (int part = 0; part < parts(); part++) {
      partStarts[part] = sum;
      for (int[] range : places) {
        int count = range[part];
        range[part] = sum;
        sum += count;
      }
    }
    partStarts[parts()] = sum;
    return partStarts;
  }

  private void distribute(int range, int[][] found, int[] places) {
    int first = range * RANGE;
    System.arraycopy(found[range], 0, keys, starts[first], found[range].length);
    found[range] = new int[0];
    int end = Math.min(rows.limit(), first + RANGE);
    for (int handle = first; handle < end; handle++) {
      for (int i = starts[handle]; i < starts[handle + 1]; i++) {
        postings[places[keys[i] >>> (32 - partBits)]++] = (long) keys[i] << 32 | handle;
      }
    }
  }

  /* Sorts every part; returns the keys of blocks that are too large, ascending. */
  private int[] sort() {
    int[][] found = new int[parts()][];
    workers.run(
        parts(),
        () -> {
          RadixSort radix = new RadixSort();
          return part -> {
            radix.sortByHighHalf(postings, partStarts[part], partStarts[part + 1], 32 - partBits);
            found[part] = oversized(part);
          };
        });
    return Arrays.stream(found).flatMapToInt(Arrays::stream).sorted().toArray();
  }

  private int[] oversized(int part) {
    int[] large = new int[4];
    int filled = 0;
    for (int from = partStarts[part], to; from < partStarts[part + 1]; from = to) {
      int key = (int) (postings[from] >> 32);
      to = blockEnd(from, key);
      if (to - from > BlockingRule.cap(key)) {
        large = filled < large.length ? large : Arrays.copyOf(large, filled * 2);
        large[filled++] = key;
      }
    }
    return Arrays.copyOf(large, filled);
  }

  private void readPart(int part, IntUnaryOperator cap, int[] leftOut, Pairs pairs) {
    blocks(
        part,
        cap,
        (_, from, to) -> {
          int key = (int) (postings[from] >> 32);
          for (int i = from; i < to; i++) {
            int a = (int) postings[i];
            for (int j = i + 1; j < to; j++) {
              int b = (int) postings[j];
              if (isFirstCommonKey(a, b, key, leftOut)) {
                pairs.pair(a, b);
              }
            }
          }
        });
  }

  /* Within a part all keys have one sign, so that signed and unsigned order are the same there. */
  private int firstPosting(int key) {
    int part = key >>> (32 - partBits);
    int at =
        Arrays.binarySearch(postings, partStarts[part], partStarts[part + 1], (long) key << 32);
    return at >= 0 ? at : -at - 1;
  }

  private int blockEnd(int from, int key) {
    int to = from;
    while (to < postings.length && (int) (postings[to] >> 32) == key) {
      to++;
    }
    return to;
  }

  private boolean isFirstCommonKey(int a, int b, int key, int[] leftOut) {
    int i = starts[a];
    int j = starts[b];
    while (keys[i] < key && keys[j] < key) {
      if (keys[i] == keys[j]) {
        if (Arrays.binarySearch(leftOut, keys[i]) < 0) {
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
