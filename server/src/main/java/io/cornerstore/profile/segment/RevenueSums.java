package io.cornerstore.profile.segment;

import io.cornerstore.kernel.Money;
import io.cornerstore.profile.Revenues.Currency;
import io.cornerstore.profile.Segments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by currency and cell while customers come. */
final class RevenueSums {

  private static final class Sums {
    private final long[] minorUnits = new long[Segments.BANDS * Segments.BANDS];
    private long customers;
  }

  private final Map<String, Sums> byCurrency = new HashMap<>();

  /** Adds what one customer of the cell paid, one amount for each currency. */
  void add(int cell, List<Money> amounts) {
    for (Money amount : amounts) {
      Sums sums = byCurrency.computeIfAbsent(amount.currency(), _ -> new Sums());
      sums.minorUnits[cell] = Math.addExact(sums.minorUnits[cell], amount.minorUnits());
      sums.customers++;
    }
  }

  List<Currency> currencies() {
    return byCurrency.entrySet().stream()
        .map(entry ->
            new Currency(
                entry.getKey(),
                entry.getValue().customers,
                Arrays.stream(entry.getValue().minorUnits).boxed().toList()))
        .sorted(
            Comparator.comparingLong(Currency::customers).reversed().thenComparing(Currency::code))
        .toList();
  }
}
