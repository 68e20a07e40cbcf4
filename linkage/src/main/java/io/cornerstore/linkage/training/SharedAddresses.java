package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;

/**
 * How many pairs of persons share an address: from this follows how common homes are.
 *
 * <p>Most pairs of one home have different given names and are no candidates, so that candidates
 * alone would make homes look rare.
 */
final class SharedAddresses {
  private static final int LARGE_HOUSE = 40;
  private final double rate;

  SharedAddresses(Store store, int[] handles) {
    AddressTable addresses = store.addresses();
    Rows rows = store.rows();
    int[] holders = new int[addresses.limit()];
    double withAddress = 0;
    for (int handle : handles) {
      int count = rows.count(handle, Rows.ADDRESS);
      withAddress += count > 0 ? 1 : 0;
      for (int i = 0; i < count; i++) {
        holders[rows.value(handle, Rows.ADDRESS, i)]++;
      }
    }
    double sharing = 0;
    for (int address = 1; address < holders.length; address++) {
      if (holders[address] <= LARGE_HOUSE
          && addresses.column(address, AddressTable.HOUSE) != 0
          && addresses.column(address, AddressTable.STREET) != 0) {
        sharing += .5 * holders[address] * (holders[address] - 1.0);
      }
    }
    double pairs = .5 * withAddress * (withAddress - 1);
    rate = pairs < 1 ? 0 : sharing / pairs;
  }

  /** The home rate that explains what matches and chance do not, at least the present one. */
  Weights explain(Weights weights) {
    int exact = Attribute.ADDRESS.place(1);
    double left = rate - weights.matchRate() * weights.match()[exact];
    double homeRate = Math.min(.5, left / weights.home()[exact]);
    return homeRate <= weights.homeRate()
        ? weights
        : weights.withRates(weights.matchRate(), homeRate);
  }
}
