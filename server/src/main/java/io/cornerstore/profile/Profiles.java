package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known of a customer. Every method checks the policy, writes its audit row and reads
 * in one transaction: when the row cannot be written there is no answer. What the purpose does not
 * open comes back masked. Answers are as new as the last resolution, never older than what the
 * caller has just changed. An id that was merged away answers with the customer it became.
 *
 * <p>All methods throw {@link io.cornerstore.access.AccessDeniedProblem} when the actor may not act
 * for the purpose. Thread-safe.
 */
public interface Profiles {

  /** The most entries one page of a timeline has. */
  int MAXIMUM_PAGE = 200;

  /** Everything on one page; empty when there is no such customer. */
  Optional<CustomerView> view(CustomerId customer, Actor actor, AccessPurpose purpose);

  /**
   * One page of the timeline, newest first. Empty for an unknown customer.
   *
   * @param cursor {@link Page#next()} of the page before; absent for the first. Throws
   *     IllegalArgumentException when it is not one of ours
   * @param limit 1 to {@value #MAXIMUM_PAGE}
   */
  Page<TimelineEntry> timeline(
      CustomerId customer,
      TimelineFilter filter,
      @Nullable String cursor,
      int limit,
      Actor actor,
      AccessPurpose purpose);

  /** One line each for a list of hits, in the order asked for; unknown customers are left out. */
  List<CustomerSummary> summaries(List<CustomerId> customers, Actor actor, AccessPurpose purpose);

  /** When which fields of the golden record changed, newest first. Field names only. */
  List<GoldenChange> changes(CustomerId customer, int limit, Actor actor, AccessPurpose purpose);

  /** Who looked at this customer or changed something about it, newest first. */
  List<RecordedEntry> accessLog(CustomerId customer, int limit, Actor actor, AccessPurpose purpose);

  /** What each source subject of the customer says, for comparing them side by side. */
  List<SubjectSummary> subjects(CustomerId customer, Actor actor, AccessPurpose purpose);
}
