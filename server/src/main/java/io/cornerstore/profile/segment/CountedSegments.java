package io.cornerstore.profile.segment;

import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.PurchaseDays;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Segments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in two passes: the days of each subject, then the customers one after the other, whose
 * subjects' days are put together, so that two receipts of one day count once. Of each cell the ids
 * of a few customers are kept for looking at.
 */
public final class CountedSegments implements Segments {

  private static final Logger log = LoggerFactory.getLogger(CountedSegments.class);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int KEPT_OF_A_CELL = 200;

  private final PurchaseDays purchases;
  private final Assignments assignments;
  private final Clock clock;
  private final AtomicBoolean underway = new AtomicBoolean();
  private final ReentrantLock counting = new ReentrantLock();
  private volatile @Nullable Counted counted;

  /** Over the log and the assignments. */
  public CountedSegments(PurchaseDays purchases, Assignments assignments, Clock clock) {
    this.purchases = purchases;
    this.assignments = assignments;
    this.clock = clock;
  }

  private record Counted(Grid grid, List<List<CustomerId>> members) {}

  private record Member(CustomerId customer, int last) {}

  @Override
  public Grid grid() {
    return fresh().grid;
  }

  @Override
  public Optional<Grid> latest() {
    Counted known = counted;
    if ((known == null || !isFresh(known)) && underway.compareAndSet(false, true)) {
      Thread.ofVirtual().name("segments").start(this::countBeside);
    }
    return Optional.ofNullable(known).map(Counted::grid);
  }

  private void countBeside() {
    try {
      fresh();
    } catch (RuntimeException e) {
      // Whoever opens the page is told; the first page goes without.
      log.warn("the segments could not be counted: {}", e.getClass().getSimpleName());
    } finally {
      underway.set(false);
    }
  }

  @Override
  public List<CustomerId> members(int recency, int frequency, int limit) {
    return fresh().members.get(recency * BANDS + frequency).stream().limit(limit).toList();
  }

  private Counted fresh() {
    Counted known = counted;
    if (known != null && isFresh(known)) {
      return known;
    }
    counting.lock();
    try {
      Counted meanwhile = counted;
      if (meanwhile == null || !isFresh(meanwhile)) {
        meanwhile = count(clock.instant());
        counted = meanwhile;
      }
      return meanwhile;
    } finally {
      counting.unlock();
    }
  }

  private boolean isFresh(Counted known) {
    return known.grid.at().plus(FRESH).isAfter(clock.instant());
  }

  private Counted count(Instant now) {
    Map<SubjectId, int[]> bySubject = new HashMap<>();
    purchases.each(bySubject::put);
    Cells cells = new Cells(Math.toIntExact(LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay()));
    assignments.export((subject, customer) -> {
      int[] days = bySubject.get(subject);
      if (days != null) {
        cells.add(customer, days);
      }
    });
    cells.close();
    return new Counted(
        new Grid(now, List.copyOf(cells.customers), List.copyOf(cells.days)), cells.members());
  }

  /** The cells while customers come, each one's subjects in a row. */
  private static final class Cells {

    private static final Comparator<Member> LONGEST_AGO_FIRST =
        Comparator.comparingInt(Member::last).thenComparing(Member::customer);

    private final int today;
    private final List<Integer> customers = new ArrayList<>();
    private final List<Long> days = new ArrayList<>();
    private final List<PriorityQueue<Member>> kept = new ArrayList<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private @Nullable CustomerId current;

    Cells(int today) {
      this.today = today;
      for (int cell = 0; cell < BANDS * BANDS; cell++) {
        customers.add(0);
        days.add(0L);
        kept.add(new PriorityQueue<>(LONGEST_AGO_FIRST));
      }
    }

    void add(CustomerId customer, int[] more) {
      if (!customer.equals(current)) {
        close();
        current = customer;
      }
      for (int day : more) {
        open.add(day);
      }
    }

    void close() {
      CustomerId customer = current;
      if (customer == null || open.isEmpty()) {
        return;
      }
      int cell =
          band(RECENCY, Math.max(0, today - open.last())) * BANDS + band(FREQUENCY, open.size());
      customers.set(cell, customers.get(cell) + 1);
      days.set(cell, days.get(cell) + open.size());
      PriorityQueue<Member> queue = kept.get(cell);
      queue.add(new Member(customer, open.last()));
      if (queue.size() > KEPT_OF_A_CELL) {
        queue.remove();
      }
      open.clear();
    }

    List<List<CustomerId>> members() {
      return kept.stream()
          .map(queue ->
              queue.stream().sorted(LONGEST_AGO_FIRST.reversed()).map(Member::customer).toList())
          .toList();
    }

    private static int band(List<Integer> ends, int value) {
      int band = 0;
      while (band < ends.size() && value > ends.get(band)) {
        band++;
      }
      return band;
    }
  }
}
