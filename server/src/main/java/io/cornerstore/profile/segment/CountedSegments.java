package io.cornerstore.profile.segment;

import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.PurchaseTimes;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Segments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in two passes: the purchases of each subject, then the customers one after the other,
 * whose subjects' purchases are put together, so that two receipts of one day count once and a
 * purchase in a store follows the one on the web.
 */
public final class CountedSegments implements Segments {

  private static final Logger log = LoggerFactory.getLogger(CountedSegments.class);
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final PurchaseTimes purchases;
  private final Assignments assignments;
  private final ZoneId zone;
  private final Clock clock;
  private final AtomicBoolean underway = new AtomicBoolean();
  private final ReentrantLock counting = new ReentrantLock();
  private volatile @Nullable Counted counted;

  /**
   * Over the log and the assignments.
   *
   * @param zone of the hours of the week
   */
  public CountedSegments(
      PurchaseTimes purchases, Assignments assignments, ZoneId zone, Clock clock) {
    this.purchases = purchases;
    this.assignments = assignments;
    this.zone = zone;
    this.clock = clock;
  }

  private record Counted(Grid grid, Habits habits, List<List<CustomerId>> members) {}

  @Override
  public Grid grid() {
    return fresh().grid;
  }

  @Override
  public Habits habits() {
    return fresh().habits;
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
    Map<SubjectId, long[]> bySubject = new HashMap<>();
    purchases.each(bySubject::put);
    Together together = new Together(new Cells(now), new Steps(zone));
    assignments.export((subject, customer) -> {
      long[] times = bySubject.get(subject);
      if (times != null) {
        together.add(customer, times);
      }
    });
    together.close();
    return new Counted(together.cells.grid(), together.steps.habits(), together.cells.members());
  }

  /** Puts the subjects of each customer together, which come in a row. */
  private static final class Together {

    private final Cells cells;
    private final Steps steps;
    private final TreeSet<Long> open = new TreeSet<>();
    private @Nullable CustomerId current;

    Together(Cells cells, Steps steps) {
      this.cells = cells;
      this.steps = steps;
    }

    void add(CustomerId customer, long[] more) {
      if (!customer.equals(current)) {
        close();
        current = customer;
      }
      for (long time : more) {
        open.add(time);
      }
    }

    void close() {
      CustomerId customer = current;
      if (customer != null && !open.isEmpty()) {
        cells.add(customer, open);
        steps.add(open);
        open.clear();
      }
    }
  }
}
