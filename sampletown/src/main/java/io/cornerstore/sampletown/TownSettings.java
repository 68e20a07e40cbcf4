package io.cornerstore.sampletown;

import java.time.LocalDate;

/**
 * What a town is made from. Equal settings give equal bytes.
 *
 * @param seed any number
 * @param people how many people live in the town, 1 to 20,000,000
 * @param from first day of the history
 * @param until the day after the last day of the history, at least 60 days after {@code from}
 * @param interactionsPerPerson how many interactions a person has on average, 0.5 to 100
 * @param products how many products the stores sell, 50 to 100,000
 */
public record TownSettings(
    long seed,
    int people,
    LocalDate from,
    LocalDate until,
    double interactionsPerPerson,
    int products) {

  private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

  /** Checks the ranges given above. */
  public TownSettings {
    if (people < 1 || people > 20_000_000) {
      throw new IllegalArgumentException("people is " + people + ", must be 1 to 20,000,000");
    }
    if (until.isBefore(from.plusDays(60))) {
      throw new IllegalArgumentException(
          "until is " + until + ", must be 60 days or more after " + from);
    }
    if (!(interactionsPerPerson >= 0.5 && interactionsPerPerson <= 100)) {
      throw new IllegalArgumentException(
          "interactionsPerPerson is " + interactionsPerPerson + ", must be 0.5 to 100");
    }
    if (products < 50 || products > 100_000) {
      throw new IllegalArgumentException("products is " + products + ", must be 50 to 100,000");
    }
  }

  /** Two years of history, about eight interactions a person, 1,200 products. */
  public static TownSettings of(long seed, int people) {
    return new TownSettings(seed, people, FROM, UNTIL, 8, 1_200);
  }

  /** The same with another history. */
  public TownSettings withHistory(LocalDate first, LocalDate end) {
    return new TownSettings(seed, people, first, end, interactionsPerPerson, products);
  }

  /** The same with another average of interactions a person. */
  public TownSettings withInteractionsPerPerson(double mean) {
    return new TownSettings(seed, people, from, until, mean, products);
  }

  /** The same with another number of products. */
  public TownSettings withProducts(int count) {
    return new TownSettings(seed, people, from, until, interactionsPerPerson, count);
  }
}
