package io.cornerstore.access.web;

import io.cornerstore.access.Actor;
import java.time.Instant;
import java.util.UUID;

/** The principal of a request: whoever signed in, it carries the actor. Prints ids only. */
sealed interface SignedIn {

  /** Who acts. */
  Actor actor();

  /**
   * A member of staff, for as long as the session lasts.
   *
   * @param version the account's at sign-in; the session ends when it changes
   */
  record ByPassword(Actor.Staff actor, int version, Instant since) implements SignedIn {

    UUID id() {
      return actor.id();
    }

    @Override
    public String toString() {
      return actor.auditName();
    }
  }

  /** The holder of an API key, for one request. */
  record ByKey(Actor.Machine actor) implements SignedIn {

    @Override
    public String toString() {
      return actor.auditName();
    }
  }
}
