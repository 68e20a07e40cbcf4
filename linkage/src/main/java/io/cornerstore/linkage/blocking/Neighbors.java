package io.cornerstore.linkage.blocking;

import java.util.Arrays;

/**
 * The records worth comparing with one record, and the holders of its e-mail.
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class Neighbors {
  private final KeyHolders blocks;
  private final BlockingKeys keys;
  private int[] found = new int[64];
  private int filled;

  /** Over blocks. */
  public Neighbors(KeyHolders blocks, BlockingKeys keys) {
    this.blocks = blocks;
    this.keys = keys;
  }

  /** The other records with a key in common in a block that is not too large, ascending. */
  public int[] of(int handle) {
    filled = 0;
    int count = keys.of(handle);
    for (int i = 0; i < count; i++) {
      int key = keys.key(i);
      if (blocks.count(key) <= BlockingRule.cap(key)) {
        blocks.forEach(key, this::add);
      }
    }
    Arrays.sort(found, 0, filled);
    int kept = 0;
    for (int i = 0; i < filled; i++) {
      if (found[i] != handle && (kept == 0 || found[i] != found[kept - 1])) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private void add(int handle) {
    if (filled == found.length) {
      found = Arrays.copyOf(found, filled * 2);
    }
    found[filled++] = handle;
  }
}
