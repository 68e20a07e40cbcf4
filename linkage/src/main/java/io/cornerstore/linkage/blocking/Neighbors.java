package io.cornerstore.linkage.blocking;

import java.util.Arrays;

/**
 * The records worth comparing with one record, and the holders of its e-mail.
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class Neighbors {
  private final BlockIndex blocks;
  private final BlockingKeys keys;
  private int[] found = new int[64];

  /** Over an index of blocks. */
  public Neighbors(BlockIndex blocks, BlockingKeys keys) {
    this.blocks = blocks;
    this.keys = keys;
  }

  /** The other records with a key in common in a block that is not too large, ascending. */
  public int[] of(int handle) {
    int count = keys.of(handle);
    int filled = 0;
    for (int i = 0; i < count; i++) {
      int key = keys.key(i);
      if (blocks.count(key) <= BlockingRule.cap(key)) {
        for (int at = blocks.first(key); at != 0; at = blocks.next(at)) {
          if (filled == found.length) {
            found = Arrays.copyOf(found, filled * 2);
          }
          found[filled++] = blocks.handle(at);
        }
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
}
