package io.cornerstore.access;

import io.cornerstore.kernel.FieldSet;

/** Which purposes an actor may name, and which fields a purpose opens. */
public interface AccessPolicy {

  /** Throws {@link AccessDeniedProblem} when the actor may not act for the purpose. */
  void require(Actor actor, AccessPurpose purpose);

  /** The personal fields the purpose opens for the actor; the rest stays masked. */
  FieldSet opens(Actor actor, AccessPurpose purpose);

  /** Throws {@link AccessDeniedProblem} when the actor does not have the role. */
  void requireRole(Actor actor, Role role);
}
