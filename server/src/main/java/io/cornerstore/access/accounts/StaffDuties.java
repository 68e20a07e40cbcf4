package io.cornerstore.access.accounts;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may change staff and keys. The product's own parts may: the launcher makes the first ones.
 */
final class StaffDuties {

  private static final Set<Role> KEEPERS_OF_KEYS = EnumSet.of(Role.ADMINISTRATOR, Role.ENGINEER);

  private StaffDuties() {}

  static void requireKeeperOfKeys(Actor actor) {
    requireOneOf(actor, KEEPERS_OF_KEYS);
  }

  static void requireAdministrator(Actor actor) {
    requireOneOf(actor, EnumSet.of(Role.ADMINISTRATOR));
  }

  private static void requireOneOf(Actor actor, Set<Role> roles) {
    boolean allowed =
        switch (actor) {
          case Actor.Staff staff -> staff.roles().stream().anyMatch(roles::contains);
          case Actor.Machine machine -> machine.purposes().contains(AccessPurpose.OPERATION);
        };
    if (!allowed) {
      throw new AccessDeniedProblem(
          actor.auditName() + " would need one of the roles " + roles + " for this");
    }
  }
}
