package io.cornerstore.identity.resident;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Who has an e-mail address that begins so: the first ten characters of each address beside the
 * handle it belongs to, in memory only. Two addresses that begin alike cannot be told apart here.
 *
 * <p>Structure: a sorted array and a short unsorted tail, which is sorted in when it has grown to
 * an eighth of the whole; 12 bytes an address. A search is two binary searches and a walk over the
 * tail. An address that a record no longer has stays until the next start; what is removed goes at
 * once. One writer at a time, any number of readers.
 */
final class EmailStarts {

  private static final int CHARACTERS = 10;
  private static final int BITS = 6;
  private static final int SHORTEST_TAIL = 4096;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789._-@+";
  private static final int OTHER = ALPHABET.length() + 1;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private long[] starts = new long[SHORTEST_TAIL];
  private int[] handles = new int[SHORTEST_TAIL];
  private int sorted;
  private int size;

  /** Adds an address; nothing happens when one that begins the same is known of the handle. */
  void add(int handle, String email) {
    long start = pack(email);
    lock.writeLock().lock();
    try {
      if (isKnown(start, handle)) {
        return;
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size + size / 2);
        handles = Arrays.copyOf(handles, starts.length);
      }
      starts[size] = start;
      handles[size++] = handle;
      if (size - sorted > Math.max(SHORTEST_TAIL, size / 8)) {
        sortIn();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Takes all addresses of a handle out. Looks at every address: for rare use. */
  void remove(int handle) {
    lock.writeLock().lock();
    try {
      int kept = 0;
      int keptSorted = 0;
      for (int i = 0; i < size; i++) {
        if (handles[i] != handle) {
          starts[kept] = starts[i];
          handles[kept++] = handles[i];
          keptSorted += i < sorted ? 1 : 0;
        }
      }
      Arrays.fill(starts, kept, size, 0);
      size = kept;
      sorted = keptSorted;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Handles of addresses that begin so, at most {@code limit}, in no particular order. */
  BitSet find(String beginning, int limit) {
    int length = Math.min(CHARACTERS, beginning.length());
    long from = pack(beginning);
    long to = from | ((1L << ((CHARACTERS - length) * BITS)) - 1);
    BitSet found = new BitSet();
    lock.readLock().lock();
    try {
      for (int i = firstNotBelow(from); i < sorted && starts[i] <= to; i++) {
        found.set(handles[i]);
        if (found.cardinality() >= limit) {
          return found;
        }
      }
      for (int i = sorted; i < size && found.cardinality() < limit; i++) {
        if (starts[i] >= from && starts[i] <= to) {
          found.set(handles[i]);
        }
      }
      return found;
    } finally {
      lock.readLock().unlock();
    }
  }

  private boolean isKnown(long start, int handle) {
    for (int i = firstNotBelow(start); i < sorted && starts[i] == start; i++) {
      if (handles[i] == handle) {
        return true;
      }
    }
    return false;
  }

  private int firstNotBelow(long start) {
    int low = 0;
    int high = sorted;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void sortIn() {
    Integer[] order = new Integer[size - sorted];
    Arrays.setAll(order, i -> sorted + i);
    Arrays.sort(order, (a, b) -> Long.compare(starts[a], starts[b]));
    long[] mergedStarts = new long[starts.length];
    int[] mergedHandles = new int[starts.length];
    int left = 0;
    int right = 0;
    for (int i = 0; i < size; i++) {
      boolean takeLeft =
          right == order.length || (left < sorted && starts[left] <= starts[order[right]]);
      int from = takeLeft ? left++ : order[right++];
      mergedStarts[i] = starts[from];
      mergedHandles[i] = handles[from];
    }
    starts = mergedStarts;
    handles = mergedHandles;
    sorted = size;
  }

  private static long pack(String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    long packed = 0;
    for (int i = 0; i < CHARACTERS; i++) {
      int code = 0;
      if (i < lower.length()) {
        int at = ALPHABET.indexOf(lower.charAt(i));
        code = at < 0 ? OTHER : at + 1;
      }
      packed = packed << BITS | code;
    }
    return packed;
  }
}
