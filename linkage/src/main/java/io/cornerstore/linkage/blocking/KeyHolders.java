package io.cornerstore.linkage.blocking;

import java.util.function.IntConsumer;

/** Who holds a blocking key. */
public interface KeyHolders {
  /** How many records hold a key. */
  int count(int key);

  /** All records that hold a key, in no particular order. */
  int[] members(int key);

  /** Hands over all records that hold a key, in no particular order. */
  void forEach(int key, IntConsumer receiver);
}
