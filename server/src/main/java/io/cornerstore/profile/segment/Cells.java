package io.cornerstore.profile.segment;

import static io.cornerstore.profile.Segments.BANDS;

import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.Segments;
import io.cornerstore.profile.Segments.Grid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedCollection;

/** The cells while customers come, and a few customers of each. */
final class Cells {

  private static final int KEPT_OF_A_CELL = 200;

  private record Member(CustomerId customer, int last) {}

  private static final Comparator<Member> LONGEST_AGO_FIRST =
      Comparator.comparingInt(Member::last).thenComparing(Member::customer);

  private final Instant now;
  private final int today;
  private final List<Integer> customers = new ArrayList<>();
  private final List<Long> days = new ArrayList<>();
  private final List<PriorityQueue<Member>> kept = new ArrayList<>();

  Cells(Instant now) {
    this.now = now;
    this.today = Math.toIntExact(LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay());
    for (int cell = 0; cell < BANDS * BANDS; cell++) {
      customers.add(0);
      days.add(0L);
      kept.add(new PriorityQueue<>(LONGEST_AGO_FIRST));
    }
  }

  /** The place of a cell in the lists of the grid. */
  static int cell(int daysSinceLast, int daysBought) {
    return band(Segments.RECENCY, Math.max(0, daysSinceLast)) * BANDS
        + band(Segments.FREQUENCY, daysBought);
  }

  private static int band(List<Integer> ends, int value) {
    int band = 0;
    while (band < ends.size() && value > ends.get(band)) {
      band++;
    }
    return band;
  }

  /** Takes a customer with all their purchases, ascending, at least one. */
  void add(CustomerId customer, SequencedCollection<Long> times) {
    int bought = 0;
    int last = Integer.MIN_VALUE;
    for (long time : times) {
      int day = PurchaseTimes.day(time);
      bought += day == last ? 0 : 1;
      last = day;
    }
    int cell = cell(today - last, bought);
    customers.set(cell, customers.get(cell) + 1);
    days.set(cell, days.get(cell) + bought);
    PriorityQueue<Member> queue = kept.get(cell);
    queue.add(new Member(customer, last));
    if (queue.size() > KEPT_OF_A_CELL) {
      queue.remove();
    }
  }

  Grid grid() {
    return new Grid(now, customers, days);
  }

  List<List<CustomerId>> members() {
    return kept.stream()
        .map(queue ->
            queue.stream().sorted(LONGEST_AGO_FIRST.reversed()).map(Member::customer).toList())
        .toList();
  }
}
