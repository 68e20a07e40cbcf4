package io.cornerstore.intake.rows;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.mapping.FeedMapping.LookupMapping;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a file by key, in memory: UTF-8 texts one behind the other, and an open-addressed
 * table of where each row begins. About the size of the columns themselves; bounded. The first row
 * of a key counts. Immutable once loaded.
 */
final class LookupTable {

  private static final int MOST_BYTES = 128 << 20;

  private final int columns;
  private byte[] bytes = new byte[1 << 16];
  private int size;
  private int[] starts = new int[1 << 10];
  private int rows;
  private int[] slots = new int[1 << 11];
  private long repeated;

  private LookupTable(int columns) {
    this.columns = columns;
  }

  /** Loads the key and the wanted columns. */
  static LookupTable load(LookupMapping lookup, List<String> wanted) {
    LookupTable table = new LookupTable(wanted.size() + 1);
    try (RowReader reader = TabularSource.of(lookup.file()).open(lookup.format())) {
      for (RowResult next = reader.next(); next != null; next = reader.next()) {
        if (next instanceof Row row) {
          table.add(lookup, row, wanted);
        }
      }
    }
    return table;
  }

  private void add(LookupMapping lookup, Row row, List<String> wanted) {
    String key = row.value(lookup.key().name());
    if (key == null || key.isBlank()) {
      return;
    }
    byte[] keyBytes = key.strip().getBytes(StandardCharsets.UTF_8);
    int slot = slot(keyBytes);
    if (slots[slot] != 0) {
      repeated++;
      return;
    }
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, rows * 2);
    }
    starts[rows++] = size;
    slots[slot] = rows;
    put(lookup, keyBytes);
    for (String column : wanted) {
      String value = row.value(column);
      put(lookup, value == null ? new byte[0] : value.strip().getBytes(StandardCharsets.UTF_8));
    }
    if (rows * 2 > slots.length) {
      grow();
    }
  }

  private void put(LookupMapping lookup, byte[] text) {
    if (size + text.length + 4 > MOST_BYTES) {
      throw new IntakeException(
          ("lookup '%s' holds more than %d MiB of %s in memory. Maybe join the files before the "
                  + "import?")
              .formatted(lookup.name(), MOST_BYTES >> 20, lookup.file()));
    }
    if (size + text.length + 4 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + text.length + 4));
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (text.length >>> shift);
    }
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
  }

  /** The row of a key, or -1. */
  int find(String key) {
    return slots[slot(key.strip().getBytes(StandardCharsets.UTF_8))] - 1;
  }

  /** The value at a place (the key is at 0); null when empty. */
  @Nullable String value(int row, int place) {
    int at = starts[row];
    for (int i = 0; i < place; i++) {
      at += 4 + length(at);
    }
    int length = length(at);
    return length == 0 ? null : new String(bytes, at + 4, length, StandardCharsets.UTF_8);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Rows left out because their key stood there before. */
  long repeated() {
    return repeated;
  }

  private int length(int at) {
    return ((bytes[at] & 0xFF) << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  private int slot(byte[] key) {
    int hash = Arrays.hashCode(key) * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] != 0 && !isKey(starts[slots[slot] - 1], key)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isKey(int at, byte[] key) {
    return Arrays.equals(bytes, at + 4, at + 4 + length(at), key, 0, key.length);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int row = 0; row < rows; row++) {
      int at = starts[row];
      slots[slot(Arrays.copyOfRange(bytes, at + 4, at + 4 + length(at)))] = row + 1;
    }
  }
}
