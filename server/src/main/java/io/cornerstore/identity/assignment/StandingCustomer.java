package io.cornerstore.identity.assignment;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A customer as it stands before a change.
 *
 * @param size how many subjects it has, those not in memory included
 */
public record StandingCustomer(
    CustomerId id, CustomerKind kind, boolean doubtful, Instant since, int size) {

  /** The older first. */
  public static final Comparator<StandingCustomer> OLDER_FIRST =
      Comparator.comparing(StandingCustomer::since)
          .thenComparing(customer -> customer.id().toString());

  StandingCustomer withSize(int subjects) {
    return new StandingCustomer(id, kind, doubtful, since, subjects);
  }
}
