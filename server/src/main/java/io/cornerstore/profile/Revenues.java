package io.cornerstore.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The money of all customers by recency and frequency, in the cells of {@link Segments}. Amounts
 * are sealed, so each count opens the records of everybody, which is recorded as one reading; only
 * sums are kept. Counted beside, one count at a time, and again at the earliest when fifty times as
 * long has passed as the last one took. Thread-safe.
 */
public interface Revenues {

  /**
   * The sums as counted last. When they are too old they are counted anew beside.
   *
   * @param patience how long to wait for the first count
   * @return empty when the first count takes longer or cannot be done now
   */
  Optional<Revenue> latest(Duration patience);

  /**
   * The sums.
   *
   * @param at when the count began
   * @param currencies each for itself, the one most customers paid in first; nothing is converted
   */
  record Revenue(Instant at, List<Currency> currencies) {

    public Revenue {
      currencies = List.copyOf(currencies);
    }
  }

  /**
   * The money of one currency, over the whole history: what was paid less what was given back.
   *
   * @param code ISO 4217
   * @param customers who paid or got back some of it
   * @param minorUnits of each cell in the order of {@link Segments.Grid}; below zero where more was
   *     given back
   */
  record Currency(String code, long customers, List<Long> minorUnits) {

    public Currency {
      minorUnits = List.copyOf(minorUnits);
    }

    /** The sum of all cells. */
    public long total() {
      return minorUnits.stream().mapToLong(Long::longValue).sum();
    }
  }
}
