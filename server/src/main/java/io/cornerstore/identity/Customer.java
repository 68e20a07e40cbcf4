package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;

/**
 * One customer: a stable id over a changing set of source subjects.
 *
 * @param subjects ascending; empty when the customer was merged into another
 * @param version grows with every change of any customer
 * @param doubtful the subjects hang together weakly: a steward should look
 */
public record Customer(
    CustomerId id,
    CustomerKind kind,
    List<SubjectId> subjects,
    long version,
    boolean doubtful,
    Instant since) {

  public Customer {
    subjects = List.copyOf(subjects);
  }
}
