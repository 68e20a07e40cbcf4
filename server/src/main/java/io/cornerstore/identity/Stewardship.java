package io.cornerstore.identity;

import io.cornerstore.access.Actor;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Decisions of people about who is who. Each is recorded with actor and reason, outlives every
 * re-run, can be undone, and is one transaction: assignments, decision, audit row, event.
 */
public interface Stewardship {

  /** These customers are one: the older id stays. Returns the decision. */
  Decision merge(Actor actor, List<CustomerId> customers, String reason);

  /** These subjects are not the rest of this customer: they become one of their own. */
  Decision split(Actor actor, CustomerId customer, Set<SubjectId> subjects, String reason);

  /**
   * These two customers are not one and are never joined again, whatever new records say. Nothing
   * moves.
   */
  Decision keepApart(Actor actor, CustomerId one, CustomerId other, String reason);

  /**
   * All subjects of this customer are one: it is in doubt no more until a new record speaks against
   * that. Nothing moves. Refused when the customer has got subjects beside those looked at.
   */
  Decision keepTogether(Actor actor, CustomerId customer, Set<SubjectId> lookedAt, String reason);

  /**
   * Takes a merge or split back: every subject it moved that has not been moved since returns to
   * where it was, the same ids live again. So does what the engine has drawn to a part that a
   * person split off, if the part would else outlive its split. Interactions that came in between
   * stay with their subjects.
   */
  Decision undo(Actor actor, UUID decision, String reason);

  /** Decisions and automatic merges and splits that touched this customer, newest first. */
  List<Decision> history(CustomerId customer);
}
