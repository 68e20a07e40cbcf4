package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.kernel.CustomerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What each member of staff has at hand: the customers they opened lately and those they pinned.
 * Ids alone are kept; showing them is a reading like any other. Each sees their own shelf only.
 * Thread-safe.
 */
public interface Shelves {

  /** The most customers opened lately that are remembered. */
  int MOST_VISITED = 20;

  /** The most customers that can be pinned. */
  int MOST_PINNED = 50;

  /** Remembers that a customer was opened. */
  void visited(Actor.Staff staff, CustomerId customer);

  /** Pins a customer; the oldest pin falls off when there are too many. */
  void pin(Actor.Staff staff, CustomerId customer);

  /** Takes a pin away. */
  void unpin(Actor.Staff staff, CustomerId customer);

  /** Whether the customer is pinned, under this id or one that was merged into it. */
  boolean isPinned(Actor.Staff staff, CustomerId customer);

  /**
   * The shelf, opened for a purpose: the last pinned and the last opened first. Customers that are
   * gone are left out; one that is pinned is not among the recent.
   */
  Shelf of(Actor.Staff staff, AccessPurpose purpose, int limit);

  /** What was written down in the time that just passed, and still stands. */
  Written written(Actor.Staff staff, Duration back);

  /**
   * Counts by kind.
   *
   * @param all by everybody
   * @param own by this member of staff
   */
  record Written(Map<Statement.Kind, Long> all, Map<Statement.Kind, Long> own) {

    public Written {
      all = Map.copyOf(all);
      own = Map.copyOf(own);
    }
  }

  /**
   * What is at hand.
   *
   * @param stated for whom anybody wrote something down lately, the newest first; a few, and only
   *     for the purpose {@link AccessPurpose#SERVICE}
   */
  record Shelf(
      List<CustomerSummary> pinned, List<CustomerSummary> recent, List<CustomerSummary> stated) {

    /** Nothing at hand. */
    public static final Shelf EMPTY = new Shelf(List.of(), List.of(), List.of());

    public Shelf {
      pinned = List.copyOf(pinned);
      recent = List.copyOf(recent);
      stated = List.copyOf(stated);
    }
  }
}
