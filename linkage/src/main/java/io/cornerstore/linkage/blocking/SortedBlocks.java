package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import java.util.function.IntConsumer;
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
   * The keys of records lie in arrays, one for each range of records, ascending for each record. In
   * others stand the records by key, cut by the high bits of keys into parts small enough for a
   * processor's cache, each part sorted and read block by block. A pair with several keys in common
   * is met in several blocks: it counts in the one with the smallest key, found by merging the two
   * short lists of keys. No pair is stored. All steps but a few sums run on all threads.
   */
  private static final int RECORDS_PER_PART = 4096;
  private static final int MOST_PART_BITS = 12;
  private static final int LEAST_PART_BITS = 5;
  private static final int RANGE_BITS = 13;
  private static final int RANGE = 1 << RANGE_BITS;
  private final Rows rows;
  private final Store store;
  private final Workers workers;
  private final int partBits;
  private final int[] starts;
  private final int[][] keys;
  private final BlockParts blocks;
  private final int[] oversized;

  /** Receives the pairs of one part, a smaller than b. */
  public interface Pairs {
    /** Two records with a key in common. */
    void pair(int a, int b);
  }

  /** Receives the blocks of one part that are not too large. */
  public interface Receiver {
    /** A block: its key, and where its records lie, ascending; not to be changed. */
    void block(int key, int[] records, int from, int to);
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
    this.starts = new int[rows.limit()];
    this.keys = new int[(rows.limit() + RANGE - 1) / RANGE][];
    this.blocks = new BlockParts(sorted(holders(computeKeys())), partBits);
    this.oversized = tooLarge(BlockingRule::cap);
  }

  /** Number of parts into which the pairs are cut; depends on the number of records only. */
  public int parts() {
    return 1 << partBits;
  }

  /** Number of blocks left out because they are too large. */
  public int oversizedBlocks() {
    return oversized.length;
  }

  /** How many records hold a key; 0 when only one does. */
  @Override
  public int count(int key) {
    return blocks.count(key);
  }

  /** All records that hold a key, ascending; none when only one does. */
  @Override
  public int[] members(int key) {
    return blocks.members(key);
  }

  @Override
  public void forEach(int key, IntConsumer receiver) {
    blocks.forEach(key, receiver);
  }

  /** The records under the keys of one rule, apart from all the rest, which need not be kept. */
  public KeyHolders holdersUnder(BlockingRule rule) {
    return blocks.under(rule);
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
    read(every, BlockingRule::sampledCap, tooLarge(BlockingRule::sampledCap), receivers);
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
  public void sampleBlocks(int part, Receiver receiver) {
    blocks(part, BlockingRule::sampledCap, receiver);
  }

  private void blocks(int part, IntUnaryOperator cap, Receiver receiver) {
    Blocks own = blocks.part(part);
    for (int block = 0; block < own.count(); block++) {
      int key = own.key(block);
      if (own.size(block) <= cap.applyAsInt(key)) {
        receiver.block(key, own.records(), own.start(block), own.start(block + 1));
      }
    }
  }

  /* Computes all keys; returns how many each range has in each part. */
  private int[][] computeKeys() {
    int[][] counts = new int[keys.length][];
    workers.run(
        keys.length,
        () -> {
          BlockingKeys own = new BlockingKeys(store);
          return range -> {
            keys[range] = keysOfRange(range, own);
            counts[range] = new int[parts()];
            for (int key : keys[range]) {
              counts[range][BlockParts.partOf(key, partBits)]++;
            }
          };
        });
    return counts;
  }

  private int[] keysOfRange(int range, BlockingKeys own) {
    int[] some = new int[RANGE * 10];
    int filled = 0;
    int end = Math.min(rows.limit(), (range + 1) * RANGE);
    for (int handle = range * RANGE; handle < end; handle++) {
      starts[handle] = filled;
      int count = rows.isLive(handle) ? own.distinctOf(handle) : 0;
      if (filled + count > some.length) {
        some = Arrays.copyOf(some, some.length * 2);
      }
      for (int i = 0; i < count; i++) {
        some[filled++] = own.key(i);
      }
    }
    return Arrays.copyOf(some, filled);
  }

  /* The records of each part, ascending; a record once for each key it has there. */
  private int[][] holders(int[][] counts) {
    int[][] holders = new int[parts()][];
    for (int part = 0; part < parts(); part++) {
      int sum = 0;
      for (int[] range : counts) {
        int count = range[part];
        range[part] = sum;
        sum += count;
      }
      holders[part] = new int[sum];
    }
    workers.run(keys.length, () -> range -> distribute(range, counts[range], holders));
    return holders;
  }

  private void distribute(int range, int[] places, int[][] holders) {
    int[] own = keys[range];
    int handle = range * RANGE;
    int end = Math.min(rows.limit(), handle + RANGE);
    for (int i = 0; i < own.length; i++) {
      while (handle + 1 < end && starts[handle + 1] <= i) {
        handle++;
      }
      int part = BlockParts.partOf(own[i], partBits);
      holders[part][places[part]++] = handle;
    }
  }

  private Blocks[] sorted(int[][] holders) {
    Blocks[] sorted = new Blocks[parts()];
    workers.run(
        parts(),
        () -> {
          Sorter sorter = new Sorter();
          return part -> {
            sorted[part] = sorter.sort(part, holders[part]);
            holders[part] = new int[0];
          };
        });
    return sorted;
  }

  /** Sorts one part after the other, on one thread. */
  private final class Sorter {
    private final RadixSort radix = new RadixSort();
    private long[] postings = new long[0];

    Blocks sort(int part, int[] holders) {
      if (postings.length < holders.length) {
        postings = new long[holders.length + (holders.length >> 2)];
      }
      for (int i = 0; i < holders.length; ) {
        int handle = holders[i];
        int[] own = keys[handle >>> RANGE_BITS];
        int at = starts[handle];
        while (BlockParts.partOf(own[at], partBits) != part) {
          at++;
        }
        for (; i < holders.length && holders[i] == handle; i++) {
          postings[i] = (long) own[at++] << 32 | handle;
        }
      }
      radix.sortByHighHalf(postings, 0, holders.length, Integer.SIZE - partBits);
      return Blocks.of(postings, holders.length);
    }
  }

  /* The keys of blocks above a cap, ascending. */
  private int[] tooLarge(IntUnaryOperator cap) {
    int[] large = new int[16];
    int filled = 0;
    for (int part = 0; part < parts(); part++) {
      Blocks own = blocks.part(part);
      for (int block = 0; block < own.count(); block++) {
        if (own.size(block) > cap.applyAsInt(own.key(block))) {
          large = filled < large.length ? large : Arrays.copyOf(large, filled * 2);
          large[filled++] = own.key(block);
        }
      }
    }
    return Arrays.stream(large, 0, filled).sorted().toArray();
  }

  private void readPart(int part, IntUnaryOperator cap, int[] leftOut, Pairs pairs) {
    blocks(
        part,
        cap,
        (key, records, from, to) -> {
          for (int i = from; i < to; i++) {
            int a = records[i];
            for (int j = i + 1; j < to; j++) {
              int b = records[j];
              if (isFirstCommonKey(a, b, key, leftOut)) {
                pairs.pair(a, b);
              }
            }
          }
        });
  }

  private boolean isFirstCommonKey(int a, int b, int key, int[] leftOut) {
    int[] keysOfA = keys[a >>> RANGE_BITS];
    int[] keysOfB = keys[b >>> RANGE_BITS];
    int i = starts[a];
    int j = starts[b];
    while (keysOfA[i] < key && keysOfB[j] < key) {
      if (keysOfA[i] == keysOfB[j]) {
        if (Arrays.binarySearch(leftOut, keysOfA[i]) < 0) {
          return false;
        }
        i++;
        j++;
      } else if (keysOfA[i] < keysOfB[j]) {
        i++;
      } else {
        j++;
      }
    }
    return true;
  }
}
