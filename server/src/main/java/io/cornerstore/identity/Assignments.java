package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.function.BiConsumer;

/** All assignments at once, for measuring and export. */
public interface Assignments {

  /** Hands over every subject and its customer, customer by customer, from one snapshot. */
  void export(BiConsumer<SubjectId, CustomerId> consumer);
}
