package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.KeyHolders;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;

/**
 * Whether an e-mail is held by one record at most in each source: then it stands for one person.
 *
 * <p>Not thread-safe: one instance a thread.
 */
public final class EmailHolders {
  private static final int MOST = 8;
  private static final int MOST_IN_BLOCK = 64 * MOST;
  private static final int NOBODY = -1;
  private static final int SEVERAL = Integer.MAX_VALUE;
  private final Store store;
  private final Rows rows;
  private final KeyHolders blocks;
  private final BlockingKeys keys;
  private final int[] sources = new int[MOST];

  /** Over a store and its blocks. */
  public EmailHolders(Store store, KeyHolders blocks) {
    this.store = store;
    this.rows = store.rows();
    this.blocks = blocks;
    this.keys = new BlockingKeys(store);
  }

  /** Whether each that holds the e-mail, of persons or organisations, has a source of its own. */
  boolean isOnePerSource(int email, boolean organization) {
    return count(email, organization, NOBODY) != SEVERAL;
  }

  /** Whether it matters for other holders of an e-mail, two or more, that this one holds it too. */
  public boolean dependOn(int handle, int email) {
    boolean organization = (rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0;
    int others = count(email, organization, handle);
    return others > 1 && (others == SEVERAL) != (count(email, organization, NOBODY) == SEVERAL);
  }

  /** Whether one holder less, be it a person or an organisation, would be few enough. */
  public static boolean isOneTooMany(int holders) {
    return holders == MOST + 1;
  }

  /** Whether a record has an e-mail. */
  boolean holds(int handle, int email) {
    for (int i = rows.count(handle, Rows.EMAIL) - 1; i >= 0; i--) {
      if (rows.value(handle, Rows.EMAIL, i) == email) {
        return true;
      }
    }
    return false;
  }

  /* How many hold it beside one, if each has a source of its own; else SEVERAL. */
  private int count(int email, boolean organization, int without) {
    int left = without == NOBODY ? 0 : 1;
    int key = keys.emailKey(email, organization);
    if (store.emails().holders(email) - left > MOST || blocks.count(key) - left > MOST_IN_BLOCK) {
      return SEVERAL;
    }
    int found = 0;
    for (int member : blocks.members(key)) {
      if (member != without && holds(member, email)) {
        int source = Flags.source(rows.get(member, Rows.FLAGS));
        if (found == MOST || contains(source, found)) {
          return SEVERAL;
        }
        sources[found++] = source;
      }
    }
    return found;
  }

  private boolean contains(int source, int found) {
    for (int i = 0; i < found; i++) {
      if (sources[i] == source) {
        return true;
      }
    }
    return false;
  }
}
