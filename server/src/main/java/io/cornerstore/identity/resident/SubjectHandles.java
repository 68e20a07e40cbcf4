package io.cornerstore.identity.resident;

import io.cornerstore.kernel.SubjectId;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Which subject has which handle in the resident index, both ways: 17 bytes by handle and an
 * open-addressing table of ints at most two thirds full, about 25 bytes a subject. Thread-safe.
 */
final class SubjectHandles {

  private static final int FREE = 0;
  private static final int IN_USE = 1;
  private static final int THIRD_PARTY = 2;
  private static final int ORGANIZATION = 4;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private byte[] state = new byte[1024];
  private int[] table = new int[2048];
  private int used;

  /** The handle of the subject, or -1. */
  int handleOf(SubjectId subject) {
    lock.readLock().lock();
    try {
      return table[slotOf(subject.value())] - 1;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The subject under the handle, if there is one. */
  @Nullable SubjectId subjectOf(int handle) {
    lock.readLock().lock();
    try {
      return handle >= state.length || state[handle] == FREE
          ? null
          : new SubjectId(new UUID(high[handle], low[handle]));
    } finally {
      lock.readLock().unlock();
    }
  }

  boolean isThirdParty(int handle) {
    return (stateOf(handle) & THIRD_PARTY) != 0;
  }

  boolean isOrganization(int handle) {
    return (stateOf(handle) & ORGANIZATION) != 0;
  }

  private int stateOf(int handle) {
    lock.readLock().lock();
    try {
      return handle < state.length ? state[handle] : FREE;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** One more than the greatest handle that may be in use. */
  int capacity() {
    lock.readLock().lock();
    try {
      return state.length;
    } finally {
      lock.readLock().unlock();
    }
  }

  void set(int handle, SubjectId subject, boolean thirdParty, boolean organization) {
    lock.writeLock().lock();
    try {
      if (handle >= state.length) {
        growTo(Math.max(handle + 1, state.length + (state.length >> 1)));
      }
      if (state[handle] == FREE) {
        if ((used + 1) * 3L > table.length * 2L) {
          rehash(table.length * 2);
        }
        high[handle] = subject.value().getMostSignificantBits();
        low[handle] = subject.value().getLeastSignificantBits();
        table[slotOf(subject.value())] = handle + 1;
        used++;
      }
      state[handle] =
          (byte) (IN_USE | (thirdParty ? THIRD_PARTY : 0) | (organization ? ORGANIZATION : 0));
    } finally {
      lock.writeLock().unlock();
    }
  }

  void remove(int handle) {
    lock.writeLock().lock();
    try {
      int hole = slotOf(new UUID(high[handle], low[handle]));
      state[handle] = FREE;
      table[hole] = 0;
      used--;
      closeGap(hole);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /* Linear probing without tombstones: whatever could not reach its home past the hole moves up. */
  private void closeGap(int emptied) {
    int mask = table.length - 1;
    int hole = emptied;
    for (int at = hole + 1 & mask; table[at] != 0; at = at + 1 & mask) {
      int handle = table[at] - 1;
      int home = home(high[handle], low[handle]);
      if ((at - home & mask) >= (at - hole & mask)) {
        table[hole] = table[at];
        table[at] = 0;
        hole = at;
      }
    }
  }

  private int slotOf(UUID subject) {
    long wantedHigh = subject.getMostSignificantBits();
    long wantedLow = subject.getLeastSignificantBits();
    int mask = table.length - 1;
    int at = home(wantedHigh, wantedLow);
    while (table[at] != 0) {
      int handle = table[at] - 1;
      if (high[handle] == wantedHigh && low[handle] == wantedLow) {
        return at;
      }
      at = at + 1 & mask;
    }
    return at;
  }

  private int home(long subjectHigh, long subjectLow) {
    long mixed = (subjectHigh ^ subjectLow * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return (int) (mixed >>> 32) & table.length - 1;
  }

  private void growTo(int size) {
    high = Arrays.copyOf(high, size);
    low = Arrays.copyOf(low, size);
    state = Arrays.copyOf(state, size);
  }

  private void rehash(int size) {
    int[] old = table;
    table = new int[size];
    for (int entry : old) {
      if (entry != 0) {
        table[slotOf(new UUID(high[entry - 1], low[entry - 1]))] = entry;
      }
    }
  }
}
