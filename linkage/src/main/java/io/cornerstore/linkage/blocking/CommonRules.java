package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.store.Store;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which rules propose a pair. Not thread-safe: one instance a thread, until the store changes.
 *
 * <p>The keys of records met lately are remembered: pairs come block by block.
 */
public final class CommonRules {
  private static final int REMEMBERED = 1 << 9;
  private static final int RULE_BITS = 8;
  private final KeyHolders blocks;
  private final BlockingKeys keys;
  private final int[] handles = new int[REMEMBERED];
  private final long[] @Nullable [] remembered = new long[REMEMBERED][];

  /** Over a store and its blocks. */
  public CommonRules(Store store, KeyHolders blocks) {
    this.blocks = blocks;
    this.keys = new BlockingKeys(store);
  }

  /** A bit for each rule with a key in common in a block that is not too large. */
  public int proposing(int a, int b) {
    return common(a, b, true);
  }

  /** A bit for each rule with a key in common, in a block of any size. */
  public int sharing(int a, int b) {
    return common(a, b, false);
  }

  private int common(int a, int b, boolean capped) {
    long[] one = keysOf(a);
    long[] other = keysOf(b);
    int found = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        if (!capped
            || blocks.count((int) (one[i] >> RULE_BITS))
                <= BlockingRule.cap((int) (one[i] >> RULE_BITS))) {
          found |= 1 << (int) (one[i] & (1 << RULE_BITS) - 1);
        }
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return found;
  }

  /* (key, rule), ascending. */
  private long[] keysOf(int handle) {
    int place = handle & REMEMBERED - 1;
    long[] known = remembered[place];
    if (known != null && handles[place] == handle) {
      return known;
    }
    long[] found = new long[keys.of(handle)];
    for (int i = 0; i < found.length; i++) {
      found[i] = (long) keys.key(i) << RULE_BITS | BlockingRule.of(keys.key(i));
    }
    Arrays.sort(found);
    handles[place] = handle;
    remembered[place] = found;
    return found;
  }
}
