package io.cornerstore.linkage.search;

import java.util.Arrays;

/** For each value the records that hold it, chained; one column of the rows. */
final class Chains {
  private int[] heads = new int[64];
  private int[] nexts = new int[64];

  void add(int value, int handle) {
    if (value == 0) {
      return;
    }
    if (value >= heads.length) {
      heads = Arrays.copyOf(heads, value + (value >> 1));
    }
    if (handle >= nexts.length) {
      nexts = Arrays.copyOf(nexts, handle + (handle >> 1));
    }
    nexts[handle] = heads[value];
    heads[value] = handle + 1;
  }

  void remove(int value, int handle) {
    if (value == 0) {
      return;
    }
    int before = -1;
    int at = heads[value] - 1;
    while (at != handle) {
      before = at;
      at = nexts[at] - 1;
    }
    if (before < 0) {
      heads[value] = nexts[handle];
    } else {
      nexts[before] = nexts[handle];
    }
  }

  /** The first holder, or -1. */
  int first(int value) {
    return value < heads.length ? heads[value] - 1 : -1;
  }

  /** The holder after this one, or -1. */
  int next(int handle) {
    return nexts[handle] - 1;
  }
}
