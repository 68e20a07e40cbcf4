package io.cornerstore.linkage.store;

import java.util.Arrays;

/**
 * Gives each distinct number other than 0 a small one from 1 on, and counts its holders.
 *
 * <p>Not thread-safe for writing.
 */
public final class LongDictionary {
  private long[] values;
  private int[] holders;
  private int[] table;
  private int[] free = new int[8];
  private int freeCount;
  private int next = 1;

  /** For about so many values at first. */
  public LongDictionary(int expected) {
    values = new long[expected + 1];
    holders = new int[expected + 1];
    table = new int[expected * 2];
  }

  /** The number of a value, which gets one holder more; 0 for 0. */
  public int hold(long value) {
    if (value == 0) {
      return 0;
    }
    int at = slot(value);
    int id = table[at];
    if (id == 0) {
      id = freeCount > 0 ? free[--freeCount] : next++;
      if (id >= values.length) {
        values = Arrays.copyOf(values, id + (id >> 1) + 8);
        holders = Arrays.copyOf(holders, values.length);
      }
      values[id] = value;
      holders[id] = 0;
      table[at] = id;
      if ((next - freeCount) * 3L > table.length * 2L) {
        rehash(table.length + (table.length >> 1) + 8);
      }
    }
    holders[id]++;
    return id;
  }

  /** The number of a value, or 0 when it is unknown. */
  public int find(long value) {
    return value == 0 ? 0 : table[slot(value)];
  }

  /** One holder less; a value without a holder is forgotten. */
  public void release(int id) {
    if (id == 0 || --holders[id] > 0) {
      return;
    }
    delete(slot(values[id]));
    values[id] = 0;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = id;
  }

  /** How many hold a value. */
  public int holders(int id) {
    return holders[id];
  }

  /** The value of a number; 0 when it is unused. */
  public long value(int id) {
    return values[id];
  }

  /** All numbers are below this. */
  public int limit() {
    return next;
  }

  private int slot(long value) {
    int at = home(value);
    while (table[at] != 0 && values[table[at]] != value) {
      at = Probing.next(at, table.length);
    }
    return at;
  }

  private int home(long value) {
    return Hashing.place(Hashing.of(value), table.length);
  }

  private void delete(int hole) {
    int at = hole;
    int empty = hole;
    while (true) {
      at = Probing.next(at, table.length);
      if (table[at] == 0) {
        break;
      }
      if (!Probing.stays(home(values[table[at]]), at, empty)) {
        table[empty] = table[at];
        empty = at;
      }
    }
    table[empty] = 0;
  }

  private void rehash(int size) {
    table = new int[size];
    for (int id = 1; id < next; id++) {
      if (values[id] != 0) {
        table[slot(values[id])] = id;
      }
    }
  }
}
