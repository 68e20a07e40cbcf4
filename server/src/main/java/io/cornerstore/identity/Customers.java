package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which source subjects are which customer, as of the last committed resolution. Thread-safe. */
public interface Customers {

  /** The customer of each subject that has one (anonymous subjects have none). */
  Map<SubjectId, CustomerId> current(Collection<SubjectId> subjects);

  /** The customer under that id today: itself, or the one it was merged into. Empty if unknown. */
  Optional<Customer> find(CustomerId id);

  /** The customers under these ids that exist today, by the id asked for. One round trip. */
  Map<CustomerId, Customer> find(Collection<CustomerId> ids);

  /**
   * Customers formed, changed or ended after that version, in order of version: the feed that
   * projections follow. Entries with no subjects have ended (merged away).
   */
  List<Customer> changedAfter(long version, int limit);

  /** How many customers there are now. */
  long count();
}
