package io.cornerstore.identity;

import io.cornerstore.access.Actor;
import java.util.List;

/**
 * The customers that are perhaps several, for those who look at them. Needs the role of a steward
 * and throws {@link io.cornerstore.access.AccessDeniedProblem} without. Ids only. Thread-safe.
 *
 * <p>One leaves the list by being split or by {@link Stewardship#keepTogether}, at once, or when
 * the engine doubts no more.
 */
public interface DoubtfulCustomers {

  /**
   * Those of which most records would move if they are two, in this order; at most some seconds
   * old, except that none is there which is in doubt no more.
   */
  List<DoubtfulCustomer> open(Actor steward, int limit);

  /** How many there are. */
  long count(Actor steward);
}
