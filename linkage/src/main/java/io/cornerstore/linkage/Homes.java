package io.cornerstore.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Households: persons who share an address, and where many do, a family name or phone as well. A
 * home is not a person; it never links records. Organisations stand apart. Immutable.
 */
public final class Homes {
  private final List<int[]> households;
  private final int[] homeOf;

  Homes(List<int[]> households, int limit) {
    this.households = List.copyOf(households);
    this.homeOf = new int[limit];
    Arrays.fill(homeOf, -1);
    for (int i = 0; i < households.size(); i++) {
      for (int handle : households.get(i)) {
        homeOf[handle] = i;
      }
    }
  }

  /** The households of two or more records, members ascending, ordered by their first member. */
  public List<int[]> households() {
    return households;
  }

  /** The records of the same home, this one included, ascending; alone when it shares none. */
  public int[] homeOf(int handle) {
    boolean shared = handle >= 0 && handle < homeOf.length && homeOf[handle] >= 0;
    return shared ? households.get(homeOf[handle]).clone() : new int[] {handle};
  }
}
