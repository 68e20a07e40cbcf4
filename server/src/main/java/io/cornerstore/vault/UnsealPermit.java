package io.cornerstore.vault;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;

/**
 * The right to open sealed values, given by {@link UnsealPermits} alone, which records the reading
 * in the caller's transaction. Reviewers grep for this name.
 */
public final class UnsealPermit {

  private final Actor actor;
  private final AccessPurpose purpose;

  UnsealPermit(Actor actor, AccessPurpose purpose) {
    this.actor = actor;
    this.purpose = purpose;
  }

  /** Who reads. */
  public Actor actor() {
    return actor;
  }

  /** Why. */
  public AccessPurpose purpose() {
    return purpose;
  }
}
