package io.cornerstore.linkage.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives each distinct short text a number from 1 on, and counts how many hold it.
 *
 * <p>A text nobody holds any longer is forgotten and its number given to another. Not thread-safe
 * for writing.
 */
public final class ByteDictionary {
  /*
   * Open addressing with linear probing over numbers; one byte of the hash beside each number saves
   * most of the false comparisons. The texts lie in one pool, each behind a byte with its length;
   * the pool is packed when more than half of it is rubbish. Deletion shifts back, no tombstones.
   */
  private static final int LONGEST = 255;
  private byte[] pool;
  private int poolEnd;
  private int rubbish;
  private int[] offsets;
  private int[] holders;
  private int[] table;
  private byte[] tags;
  private int[] free = new int[8];
  private int freeCount;
  private int next = 1;

  /** For about so many texts at first. */
  public ByteDictionary(int expected) {
    pool = new byte[Math.max(64, expected * 8)];
    offsets = new int[expected + 1];
    holders = new int[expected + 1];
    table = new int[expected * 2];
    tags = new byte[table.length];
  }

  /** The number of a text, which gets one holder more; 0 for an empty text. */
  public int hold(byte[] text, int from, int length) {
    int id = intern(text, from, length);
    holders[id]++;
    return id;
  }

  /** The number of a text, new with no holder when it was unknown; 0 for an empty text. */
  public int intern(byte[] text, int from, int length) {
    int cut = Math.min(length, LONGEST);
    if (cut == 0) {
      return 0;
    }
    int hash = Hashing.of(text, from, cut);
    int at = slot(hash, text, from, cut);
    if (table[at] != 0) {
      return table[at];
    }
    int id = freeCount > 0 ? free[--freeCount] : next++;
    if (id >= offsets.length) {
      offsets = Arrays.copyOf(offsets, id + (id >> 1) + 8);
      holders = Arrays.copyOf(holders, offsets.length);
    }
    append(id, text, from, cut);
    table[at] = id;
    tags[at] = tag(hash);
    if ((size() + 1) * 3L > table.length * 2L) {
      rehash(table.length + (table.length >> 1) + 8);
    }
    return id;
  }

  /** The number of a text, or 0 when it is unknown. */
  public int find(byte[] text, int from, int length) {
    int cut = Math.min(length, LONGEST);
    return cut == 0 ? 0 : table[slot(Hashing.of(text, from, cut), text, from, cut)];
  }

  /** One holder less; returns whether the text is forgotten now. */
  public boolean release(int id) {
    if (id == 0 || --holders[id] > 0) {
      return false;
    }
    delete(place(id));
    rubbish += length(id) + 1;
    offsets[id] = -1;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = id;
    if (rubbish > 1 << 16 && rubbish > poolEnd / 2) {
      pack();
    }
    return true;
  }

  /** One holder more. */
  public void holdAgain(int id) {
    holders[id]++;
  }

  /** How many hold a text. */
  public int holders(int id) {
    return holders[id];
  }

  /** Number of texts known. */
  public int size() {
    return next - 1 - freeCount;
  }

  /** All numbers are below this. */
  public int limit() {
    return next;
  }

  /** Whether a number stands for a text now. */
  public boolean isUsed(int id) {
    return id > 0 && id < next && offsets[id] >= 0;
  }

  /** Where all texts lie. */
  public byte[] pool() {
    return pool;
  }

  /** Where in the pool a text starts. */
  public int start(int id) {
    return offsets[id] + 1;
  }

  /** Length of a text in bytes. */
  public int length(int id) {
    return pool[offsets[id]] & 0xff;
  }

  /** A text as a string. */
  public String text(int id) {
    return id == 0 ? "" : new String(pool, start(id), length(id), StandardCharsets.UTF_8);
  }

  /** Hash of a text, the same whatever its number. */
  public int hash(int id) {
    return Hashing.of(pool, start(id), length(id));
  }

  private void append(int id, byte[] text, int from, int length) {
    int needed = poolEnd + length + 1;
    if (needed > pool.length) {
      pool = Arrays.copyOf(pool, needed + (needed >> 1));
    }
    pool[poolEnd] = (byte) length;
    System.arraycopy(text, from, pool, poolEnd + 1, length);
    offsets[id] = poolEnd;
    holders[id] = 0;
    poolEnd = needed;
  }

  private int slot(int hash, byte[] text, int from, int length) {
    int at = Hashing.place(hash, table.length);
    byte tag = tag(hash);
    while (table[at] != 0) {
      if (tags[at] == tag) {
        int start = offsets[table[at]];
        if ((pool[start] & 0xff) == length
            && Arrays.equals(pool, start + 1, start + 1 + length, text, from, from + length)) {
          return at;
        }
      }
      at = Probing.next(at, table.length);
    }
    return at;
  }

  private int place(int id) {
    int at = Hashing.place(hash(id), table.length);
    while (table[at] != id) {
      at = Probing.next(at, table.length);
    }
    return at;
  }

  private void delete(int hole) {
    int at = hole;
    int empty = hole;
    while (true) {
      at = Probing.next(at, table.length);
      if (table[at] == 0) {
        break;
      }
      if (!Probing.stays(Hashing.place(hash(table[at]), table.length), at, empty)) {
        table[empty] = table[at];
        tags[empty] = tags[at];
        empty = at;
      }
    }
    table[empty] = 0;
  }

  private void rehash(int size) {
    table = new int[size];
    tags = new byte[size];
    for (int id = 1; id < next; id++) {
      if (offsets[id] >= 0) {
        int hash = hash(id);
        int at = Hashing.place(hash, size);
        while (table[at] != 0) {
          at = at + 1 == size ? 0 : at + 1;
        }
        table[at] = id;
        tags[at] = tag(hash);
      }
    }
  }

  private void pack() {
    byte[] packed = new byte[(poolEnd - rubbish) * 5 / 4 + 64];
    int end = 0;
    for (int id = 1; id < next; id++) {
      if (offsets[id] >= 0) {
        int bytes = length(id) + 1;
        System.arraycopy(pool, offsets[id], packed, end, bytes);
        offsets[id] = end;
        end += bytes;
      }
    }
    pool = packed;
    poolEnd = end;
    rubbish = 0;
  }

  private static byte tag(int hash) {
    return (byte) ((hash * 0x85EBCA6B) >>> 24);
  }
}
