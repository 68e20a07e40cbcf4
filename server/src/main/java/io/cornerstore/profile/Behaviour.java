package io.cornerstore.profile;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What, where, when and how a customer buys, over the whole history. Amounts of different
 * currencies are never added. Adjustments of books are no acts of the customer and count nowhere.
 *
 * @param zone in which hours, weekdays and months are counted
 * @param zoneFrom why that zone
 * @param totals by currency, the one with most purchases first
 * @param purchases orders and receipts, however many lines or records they have; those that were
 *     called off as a whole count here, but neither in frequency and recency nor in the punch card
 * @param returns entries by which goods came back
 * @param cancellations entries by which an order was called off
 * @param firstSeen earliest entry of any type; absent when nothing ever happened
 * @param channelMix entries of any type by month and channel, only counts above 0, ascending
 * @param categories what they keep, net of what came back, most first
 * @param makers likewise by maker or brand
 */
@Personal
public record Behaviour(
    ZoneId zone,
    ZoneOrigin zoneFrom,
    List<CurrencyTotal> totals,
    int purchases,
    int returns,
    int cancellations,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    RecencyFrequencyValue recencyFrequencyValue,
    List<ChannelCount> channelMix,
    PunchCard punchCard,
    List<Favourite> categories,
    List<Favourite> makers) {

  public Behaviour {
    totals = List.copyOf(totals);
    channelMix = List.copyOf(channelMix);
    categories = List.copyOf(categories);
    makers = List.copyOf(makers);
  }

  @Override
  public String toString() {
    return "Behaviour[•••]";
  }

  /** How the zone was found, best first. */
  public enum ZoneOrigin {
    /** The golden address: a country with one zone, or a region of one with several. */
    ADDRESS,
    /** The zone of the store most purchases were made in. */
    STORE,
    /** The golden country has several zones: the one most of its people live in. */
    COUNTRY,
    /** Nothing is known: the zone of the installation ({@code cornerstore.profile.zone}). */
    INSTALLATION
  }

  /**
   * Money of one currency.
   *
   * @param spent the worth of purchases, charges included, and of those called off later too
   * @param returned given back for returns and cancellations; never negative
   * @param net spent less returned
   * @param purchases with an amount in this currency
   */
  public record CurrencyTotal(Money spent, Money returned, Money net, int purchases) {}

  /**
   * The three plain numbers.
   *
   * @param lastPurchase absent when nothing was bought
   * @param daysSince whole days from the last purchase to now, in the customer's zone
   * @param frequency days on which something was bought: several receipts of a day count once
   * @param value net by currency
   */
  public record RecencyFrequencyValue(
      @Nullable Instant lastPurchase, @Nullable Long daysSince, int frequency, List<Money> value) {

    public RecencyFrequencyValue {
      value = List.copyOf(value);
    }
  }

  /**
   * Entries of one month and channel.
   *
   * @param entries of any {@link InteractionType} except adjustments
   */
  public record ChannelCount(YearMonth month, Channel channel, int entries) {}

  /**
   * Purchases by weekday and hour in the customer's zone. An hour that a change of clocks repeats
   * counts both times in the same cell.
   *
   * @param counts 168 numbers: Monday 0 h first, Sunday 23 h last
   */
  public record PunchCard(List<Integer> counts) {

    public PunchCard {
      counts = List.copyOf(counts);
      if (counts.size() != 168) {
        throw new IllegalArgumentException("a week has 168 hours, not " + counts.size());
      }
    }

    /** Purchases of that hour of that day. */
    public int at(DayOfWeek day, int hour) {
      return counts.get((day.getValue() - 1) * 24 + hour);
    }

    /** The largest cell, 0 when there are no purchases. */
    public int maximum() {
      return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /**
   * Something they buy again and again.
   *
   * @param name of the category or maker
   * @param quantity bought less returned, above 0
   * @param orders in how many purchases it was
   * @param spent net of what came back, by currency
   */
  @Personal
  public record Favourite(String name, BigDecimal quantity, int orders, List<Money> spent) {

    public Favourite {
      spent = List.copyOf(spent);
    }

    @Override
    public String toString() {
      return "Favourite[•••]";
    }
  }
}
