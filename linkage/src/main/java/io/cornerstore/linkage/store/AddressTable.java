package io.cornerstore.linkage.store;

import java.util.Arrays;

/**
 * Postal addresses as six numbers each: street, house number, unit, locality, postal code, country.
 *
 * <p>Not thread-safe for writing.
 */
public final class AddressTable {
  /** Column of the number of the street's words in {@link #streets()}. */
  public static final int STREET = 0;

  /** Column of the house number: its digits times 32 plus its letter, 0 when unknown. */
  public static final int HOUSE = 1;

  /** Column of a hash of flat, floor or suite, 0 when unknown. */
  public static final int UNIT = 2;

  /** Column of the number of the town in {@link #places()}. */
  public static final int TOWN = 3;

  /** Column of the number of the postal code in {@link #places()}. */
  public static final int CODE = 4;

  /** Column of the country, two letters as a number, 0 when unknown. */
  public static final int COUNTRY = 5;

  /** Number of columns. */
  public static final int WIDTH = 6;

  private static final int FIRST = 1 << 10;
  private final ByteDictionary streets = new ByteDictionary(FIRST);
  private final ByteDictionary places = new ByteDictionary(FIRST);
  private int[] columns = new int[FIRST * WIDTH];
  private int[] holders = new int[FIRST];
  private int[] table = new int[FIRST * 2];
  private int[] free = new int[8];
  private int freeCount;
  private int next = 1;

  /** Words of streets, without house numbers. */
  public ByteDictionary streets() {
    return streets;
  }

  /** Towns and postal codes. */
  public ByteDictionary places() {
    return places;
  }

  /**
   * The number of an address, which gets one holder more; 0 when all but the country is unknown.
   *
   * @param parts {@link #WIDTH} columns; texts interned, not yet held
   */
  public int hold(int[] parts) {
    if (parts[STREET] == 0 && parts[TOWN] == 0 && parts[CODE] == 0) {
      return 0;
    }
    int at = slot(parts, 0);
    int id = table[at];
    if (id == 0) {
      id = freeCount > 0 ? free[--freeCount] : next++;
      if (id >= holders.length) {
        holders = Arrays.copyOf(holders, id + (id >> 1) + 8);
        columns = Arrays.copyOf(columns, holders.length * WIDTH);
      }
      System.arraycopy(parts, 0, columns, id * WIDTH, WIDTH);
      holders[id] = 0;
      table[at] = id;
      streets.holdAgain(parts[STREET]);
      places.holdAgain(parts[TOWN]);
      places.holdAgain(parts[CODE]);
      if ((next - freeCount) * 3L > table.length * 2L) {
        rehash(table.length + (table.length >> 1) + 8);
      }
    }
    holders[id]++;
    return id;
  }

  /** One holder less; an address without a holder is forgotten, its texts too. */
  public void release(int id) {
    if (id == 0 || --holders[id] > 0) {
      return;
    }
    delete(slot(columns, id * WIDTH));
    streets.release(column(id, STREET));
    places.release(column(id, TOWN));
    places.release(column(id, CODE));
    Arrays.fill(columns, id * WIDTH, (id + 1) * WIDTH, 0);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = id;
  }

  /** How many hold an address. */
  public int holders(int id) {
    return holders[id];
  }

  /** A part of an address. */
  public int column(int id, int column) {
    return columns[id * WIDTH + column];
  }

  /** All numbers are below this. */
  public int limit() {
    return next;
  }

  private int slot(int[] parts, int from) {
    int at = home(parts, from);
    while (table[at] != 0 && !same(parts, from, table[at] * WIDTH)) {
      at = Probing.next(at, table.length);
    }
    return at;
  }

  private boolean same(int[] parts, int from, int at) {
    return Arrays.equals(parts, from, from + WIDTH, columns, at, at + WIDTH);
  }

  private int home(int[] parts, int from) {
    long hash = 0;
    for (int i = from; i < from + WIDTH; i++) {
      hash = Hashing.mix(hash, parts[i]);
    }
    return Hashing.place(Hashing.finish(hash), table.length);
  }

  private void delete(int hole) {
    int at = hole;
    int empty = hole;
    while (true) {
      at = Probing.next(at, table.length);
      if (table[at] == 0) {
        break;
      }
      if (!Probing.stays(home(columns, table[at] * WIDTH), at, empty)) {
        table[empty] = table[at];
        empty = at;
      }
    }
    table[empty] = 0;
  }

  private void rehash(int size) {
    table = new int[size];
    for (int id = 1; id < next; id++) {
      if (holders[id] > 0 || column(id, STREET) + column(id, TOWN) + column(id, CODE) != 0) {
        table[slot(columns, id * WIDTH)] = id;
      }
    }
  }
}
