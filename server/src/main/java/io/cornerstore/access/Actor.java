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

  /** A program: the resolver, an importer, a client of the API by the name of its key. */
  record Machine(String name) implements Actor {

    @Override
    public String auditName() {
      return "machine:" + name;
    }
  }
}
