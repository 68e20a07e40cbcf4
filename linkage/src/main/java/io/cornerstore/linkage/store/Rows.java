package io.cornerstore.linkage.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of sixteen ints for each record; rare further values stand apart.
 *
 * <p>Not thread-safe for writing.
 */
public final class Rows {
  /** Ints in a row: one cache line. */
  public static final int WIDTH = 16;

  /** Given name. */
  public static final int GIVEN = 0;

  /** Family name. */
  public static final int FAMILY = 1;

  /** Middle name. */
  public static final int ADDITIONAL = 2;

  /** Organisation. */
  public static final int ORGANIZATION = 3;

  /** Date of birth: year, month, day in 14, 4 and 5 bits from the high end; 0 when unknown. */
  public static final int BIRTH = 4;

  /** {@link Flags}. */
  public static final int FLAGS = 5;

  /** First of two e-mail addresses. */
  public static final int EMAIL = 6;

  /** First of two phones. */
  public static final int PHONE = 8;

  /** First of two addresses. */
  public static final int ADDRESS = 10;

  /** First of two identifiers. */
  public static final int STRONG = 12;

  /** Where further values stand, 0 when there are none. */
  public static final int MORE = 14;

  /** Values of further columns. */
  public static final int OTHERS = 15;

  private static final int SHIFT = 12;
  private static final int MASK = (1 << SHIFT) - 1;
  private int[][] chunks = new int[4][];
  private int limit;
  private int[] free = new int[8];
  private int freeCount;
  private int[] @Nullable [] more = new int[8][];
  private int moreLimit = 1;
  private int[] moreFree = new int[8];
  private int moreFreeCount;

  /** A handle for a new record. */
  public int take() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    int handle = limit++;
    int chunk = handle >>> SHIFT;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if ((handle & MASK) == 0) {
      chunks[chunk] = new int[WIDTH << SHIFT];
    }
    return handle;
  }

  /** Frees a handle and clears its row. */
  public void free(int handle) {
    int[] row = row(handle);
    int at = at(handle);
    dropMore(row[at + MORE]);
    Arrays.fill(row, at, at + WIDTH, 0);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = handle;
  }

  /** The array in which the row of a record lies. */
  public int[] row(int handle) {
    return chunks[handle >>> SHIFT];
  }

  /** Where in its array the row starts. */
  public int at(int handle) {
    return (handle & MASK) * WIDTH;
  }

  /** One column of a record. */
  public int get(int handle, int column) {
    return chunks[handle >>> SHIFT][(handle & MASK) * WIDTH + column];
  }

  /** Whether a handle stands for a record. */
  public boolean isLive(int handle) {
    return handle >= 0 && handle < limit && (get(handle, FLAGS) & Flags.LIVE) != 0;
  }

  /** All handles are below this. */
  public int limit() {
    return limit;
  }

  /** Number of records. */
  public int size() {
    return limit - freeCount;
  }

  /** The handles of all records, ascending. */
  public int[] liveHandles() {
    int[] handles = new int[size()];
    int filled = 0;
    for (int handle = 0; handle < limit; handle++) {
      if (isLive(handle)) {
        handles[filled++] = handle;
      }
    }
    return handles;
  }

  /** Keeps further values; returns what to put into {@link #MORE}. */
  public int keepMore(int[] values) {
    int place = moreFreeCount > 0 ? moreFree[--moreFreeCount] : moreLimit++;
    if (place >= more.length) {
      more = Arrays.copyOf(more, more.length * 2);
    }
    more[place] = values;
    return place;
  }

  private void dropMore(int place) {
    if (place != 0) {
      more[place] = null;
      if (moreFreeCount == moreFree.length) {
        moreFree = Arrays.copyOf(moreFree, moreFreeCount * 2);
      }
      moreFree[moreFreeCount++] = place;
    }
  }

  /** How many values a record has of a kind that may repeat, such as {@link #EMAIL}. */
  public int count(int handle, int column) {
    int[] row = row(handle);
    int at = at(handle);
    if (row[at + column] == 0) {
      return 0;
    }
    if (row[at + column + 1] == 0) {
      return 1;
    }
    int[] further = more[row[at + MORE]];
    return further == null ? 2 : 2 + further[(column - EMAIL) / 2];
  }

  /** One of the values of a kind that may repeat, {@code index} below {@link #count}. */
  public int value(int handle, int column, int index) {
    if (index < 2) {
      return get(handle, column + index);
    }
    int[] further = more[get(handle, MORE)];
    if (further == null) {
      return 0;
    }
    int from = 4;
    for (int kind = 0; kind < (column - EMAIL) / 2; kind++) {
      from += further[kind];
    }
    return further[from + index - 2];
  }
}
