package io.cornerstore.linkage;

import io.cornerstore.linkage.clustering.UnionFind;
import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the persons of one home: same street, house and unit in the same place. Where many live
 * behind one address, the family name or a phone must agree too.
 */
final class HomeFinder {
  private static final int SMALL_HOUSE = 8;
  private final Store store;
  private final Rows rows;

  HomeFinder(Store store) {
    this.store = store;
    this.rows = store.rows();
  }

  Homes find() {
    long[] holdings = holdings();
    UnionFind homes = new UnionFind(rows.limit());
    for (int from = 0, to; from < holdings.length; from = to) {
      to = from + 1;
      while (to < holdings.length && holdings[to] >>> 32 == holdings[from] >>> 32) {
        to++;
      }
      if (to - from <= SMALL_HOUSE) {
        for (int i = from + 1; i < to; i++) {
          homes.union((int) holdings[from], (int) holdings[i]);
        }
      } else {
        joinFamilies(holdings, from, to, homes);
      }
    }
    return collect(homes);
  }

  /* (address, person) for every address that names a house. */
  private long[] holdings() {
    long[] holdings = new long[rows.size()];
    int filled = 0;
    for (int handle = 0; handle < rows.limit(); handle++) {
      if (!rows.isLive(handle) || (rows.get(handle, Rows.FLAGS) & Flags.ORGANIZATION) != 0) {
        continue;
      }
      for (int i = rows.count(handle, Rows.ADDRESS) - 1; i >= 0; i--) {
        int address = rows.value(handle, Rows.ADDRESS, i);
        if (store.addresses().column(address, AddressTable.HOUSE) != 0
            && store.addresses().column(address, AddressTable.STREET) != 0) {
          if (filled == holdings.length) {
            holdings = Arrays.copyOf(holdings, filled * 2);
          }
          holdings[filled++] = (long) address << 32 | handle;
        }
      }
    }
    long[] sorted = Arrays.copyOf(holdings, filled);
    Arrays.sort(sorted);
    return sorted;
  }

  /* Family names first, phones second: sorting each brings the equal ones together. */
  private void joinFamilies(long[] holdings, int from, int to, UnionFind homes) {
    long[] keys = new long[to - from];
    for (int column : new int[] {Rows.FAMILY, Rows.PHONE}) {
      for (int i = from; i < to; i++) {
        int handle = (int) holdings[i];
        keys[i - from] = (long) rows.get(handle, column) << 32 | handle;
      }
      Arrays.sort(keys);
      for (int i = 1; i < keys.length; i++) {
        if (keys[i] >>> 32 != 0 && keys[i] >>> 32 == keys[i - 1] >>> 32) {
          homes.union((int) keys[i], (int) keys[i - 1]);
        }
      }
    }
  }

  private Homes collect(UnionFind homes) {
    int limit = rows.limit();
    int[] sizes = new int[limit];
    for (int handle = 0; handle < limit; handle++) {
      sizes[homes.find(handle)]++;
    }
    int[] place = new int[limit];
    Arrays.fill(place, -1);
    List<int[]> households = new ArrayList<>();
    int[] filled = new int[limit];
    for (int handle = 0; handle < limit; handle++) {
      int root = homes.find(handle);
      if (sizes[root] > 1) {
        if (place[root] < 0) {
          place[root] = households.size();
          households.add(new int[sizes[root]]);
        }
        households.get(place[root])[filled[root]++] = handle;
      }
    }
    return new Homes(households, limit);
  }
}
