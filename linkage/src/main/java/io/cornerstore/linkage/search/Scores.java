package io.cornerstore.linkage.search;

import io.cornerstore.linkage.store.Hashing;
import java.util.Arrays;

/** Scores by number, 0 for what was not put in; not thread-safe. */
final class Scores {
  private int[] keys = new int[64];
  private float[] values = new float[64];
  private int size;

  void raise(int key, double score) {
    int at = slot(key);
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at] = Math.max(values[at], (float) score);
    if (size * 2 > keys.length) {
      int[] oldKeys = keys;
      float[] oldValues = values;
      keys = new int[oldKeys.length * 2];
      values = new float[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int place = slot(oldKeys[i]);
          keys[place] = oldKeys[i];
          values[place] = oldValues[i];
        }
      }
    }
  }

  float get(int key) {
    return key == 0 ? 0 : values[slot(key)];
  }

  /** The numbers put in, the best first. */
  int[] best() {
    long[] ordered = new long[size];
    int filled = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        ordered[filled++] = (long) -Float.floatToIntBits(values[i]) << 32 | keys[i];
      }
    }
    Arrays.sort(ordered);
    return Arrays.stream(ordered).mapToInt(value -> (int) value).toArray();
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int at = Hashing.of(key) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }
}
