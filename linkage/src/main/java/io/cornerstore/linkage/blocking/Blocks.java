package io.cornerstore.linkage.blocking;

import java.util.Arrays;

/** Blocks of two records or more, ascending by key, packed into arrays; immutable. */
final class Blocks {
  private final int[] keys;
  private final int[] starts;
  private final int[] records;

  private Blocks(int[] keys, int[] starts, int[] records) {
    this.keys = keys;
    this.starts = starts;
    this.records = records;
  }

  /**
   * Those in sorted postings; keys of a single record are left out.
   *
   * @param postings a key in the high half, a record in the low one; ascending
   * @param size how many of them count
   */
  static Blocks of(long[] postings, int size) {
    int blocks = 0;
    int kept = 0;
    for (int from = 0, to; from < size; from = to) {
      to = end(postings, from, size);
      if (to - from > 1) {
        blocks++;
        kept += to - from;
      }
    }
    int[] keys = new int[blocks];
    int[] starts = new int[blocks + 1];
    int[] records = new int[kept];
    int block = 0;
    int filled = 0;
    for (int from = 0, to; from < size; from = to) {
      to = end(postings, from, size);
      if (to - from > 1) {
        keys[block] = (int) (postings[from] >> 32);
        for (int i = from; i < to; i++) {
          records[filled++] = (int) postings[i];
        }
        starts[++block] = filled;
      }
    }
    return new Blocks(keys, starts, records);
  }

  private static int end(long[] postings, int from, int size) {
    int to = from + 1;
    while (to < size && postings[to] >> 32 == postings[from] >> 32) {
      to++;
    }
    return to;
  }

  /** Those of one rule. */
  Blocks under(BlockingRule rule) {
    int[] ownKeys = new int[keys.length];
    int[] ownStarts = new int[keys.length + 1];
    int[] ownRecords = new int[records.length];
    int block = 0;
    int filled = 0;
    for (int i = 0; i < keys.length; i++) {
      if (BlockingRule.of(keys[i]) == rule.number()) {
        System.arraycopy(records, starts[i], ownRecords, filled, size(i));
        filled += size(i);
        ownKeys[block] = keys[i];
        ownStarts[++block] = filled;
      }
    }
    return new Blocks(
        Arrays.copyOf(ownKeys, block),
        Arrays.copyOf(ownStarts, block + 1),
        Arrays.copyOf(ownRecords, filled));
  }

  /** Number of blocks. */
  int count() {
    return keys.length;
  }

  /** The key of a block. */
  int key(int block) {
    return keys[block];
  }

  /** Where the records of a block begin; they end where those of the next one begin. */
  int start(int block) {
    return starts[block];
  }

  /** Number of records in a block. */
  int size(int block) {
    return starts[block + 1] - starts[block];
  }

  /** The records, block by block, ascending in each; not to be changed. */
  int[] records() {
    return records;
  }

  /** The block of a key, or -1. */
  int find(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at >= 0 ? at : -1;
  }
}
