package io.cornerstore.linkage.blocking;

/** Who holds a blocking key. */
public interface KeyHolders {
  /** How many records hold a key. */
  int count(int key);

  /** All records that hold a key, in no particular order. */
  int[] members(int key);
}
