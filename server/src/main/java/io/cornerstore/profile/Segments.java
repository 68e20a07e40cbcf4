package io.cornerstore.profile;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.Behaviour.PunchCard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All customers who bought something, by how long ago the last purchase was and on how many days
 * they bought, and through which channels and when in the week. Counted from what stands beside the
 * sealed content, so nothing is opened; for money, which is sealed, see {@link Revenues}. Counted
 * anew when older than ten minutes. Thread-safe.
 */
public interface Segments {

  /** Bands of each of the two: 5 by 5 cells. */
  int BANDS = 5;

  /** The longest ago the last purchase of each band may be, in days; the last has no end. */
  List<Integer> RECENCY = List.of(30, 90, 180, 365);

  /** The most days with a purchase of each band; the last has no end. */
  List<Integer> FREQUENCY = List.of(1, 2, 5, 11);

  /** The counts now. */
  Grid grid();

  /**
   * The counts as far as they were counted before, maybe a while ago, without waiting: they are
   * counted anew beside when they are too old. Empty before the first time.
   */
  Optional<Grid> latest();

  /** The habits of all customers, counted together with the grid. */
  Habits habits();

  /** Some customers of a cell, those who bought last first; at most {@code limit}. */
  List<CustomerId> members(int recency, int frequency, int limit);

  /**
   * The counts.
   *
   * @param at when it was counted
   * @param customers of each cell: recency band times {@link #BANDS} plus frequency band
   * @param days days with a purchase of all customers of each cell
   */
  record Grid(Instant at, List<Integer> customers, List<Long> days) {

    public Grid {
      customers = List.copyOf(customers);
      days = List.copyOf(days);
    }

    /** Customers of a cell. */
    public int customers(int recency, int frequency) {
      return customers.get(recency * BANDS + frequency);
    }

    /** Their days with a purchase. */
    public long days(int recency, int frequency) {
      return days.get(recency * BANDS + frequency);
    }

    /** Customers of all cells. */
    public long total() {
      return customers.stream().mapToLong(Integer::longValue).sum();
    }

    /** Days of all cells. */
    public long totalDays() {
      return days.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * What customers do as a whole.
   *
   * @param week purchases by weekday and hour in {@code zone}, whichever zone a customer lives in;
   *     what came with a day alone stands at midnight UTC
   */
  record Habits(ChannelFlow flow, PunchCard week, ZoneId zone) {}
}
