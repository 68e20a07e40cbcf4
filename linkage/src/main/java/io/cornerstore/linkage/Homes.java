package io.cornerstore.linkage;

import java.util.List;

/**
 * Households: persons who share an address, or an address and a phone. A home is not a person; it
 * never links records. Organisations stand apart.
 */
public final class Homes {
  private final List<int[]> households;

  Homes(List<int[]> households) {
    this.households = households;
  }

  /** The households of two or more records, members ascending, ordered by their first member. */
  public List<int[]> households() {
    return households;
  }
}
