package io.cornerstore.linkage;

import java.util.Arrays;

/** A few handles; what it costs depends on them only, however many records there are. */
final class HandleSet {
  private int[] handles = new int[64];
  private int filled;

  void add(int handle) {
    if (filled == handles.length) {
      compact();
      if (filled > handles.length / 2) {
        handles = Arrays.copyOf(handles, handles.length * 2);
      }
    }
    handles[filled++] = handle;
  }

  /* Ascending, each once. */
  private void compact() {
    Arrays.sort(handles, 0, filled);
    int kept = 0;
    for (int i = 0; i < filled; i++) {
      if (i == 0 || handles[i] != handles[i - 1]) {
        handles[kept++] = handles[i];
      }
    }
    filled = kept;
  }

  /** All of them, ascending; none is left. */
  int[] drain() {
    compact();
    int[] all = Arrays.copyOf(handles, filled);
    filled = 0;
    if (handles.length > 1 << 16) {
      handles = new int[64];
    }
    return all;
  }
}
