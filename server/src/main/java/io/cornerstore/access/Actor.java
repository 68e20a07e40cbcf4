package io.cornerstore.access;

import java.util.Set;
import java.util.UUID;

/** Whoever acts. Every read of personal data names one. */
public sealed interface Actor {

  /** How the audit trail names the actor: ids, never a person's name. */
  String auditName();

  /** A member of staff, signed in. */
  record Staff(UUID id, String displayName, Set<Role> roles) implements Actor {

    public Staff {
      roles = Set.copyOf(roles);
    }

    @Override
    public String auditName() {
      return "staff:" + id;
    }

    @Override
    public String toString() {
      return auditName();
    }
  }

  /**
   * A program: the resolver, an importer, a client of the API by the name of its key.
   *
   * @param purposes what it may read personal data for
   */
  record Machine(String name, Set<AccessPurpose> purposes) implements Actor {

    public Machine {
      purposes = Set.copyOf(purposes);
    }

    /** A part of the product itself: runs the system and nothing else. */
    public Machine(String name) {
      this(name, Set.of(AccessPurpose.OPERATION));
    }

    @Override
    public String auditName() {
      return "machine:" + name;
    }
  }
}
