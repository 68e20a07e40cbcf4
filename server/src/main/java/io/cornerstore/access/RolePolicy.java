package io.cornerstore.access;

import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The product's own rule: for each role what it reads for and whether it writes down what customers
 * say, and per purpose the fields it needs. A purpose this table does not know opens nothing and
 * nobody may name it.
 */
final class RolePolicy implements AccessPolicy {

  private static final FieldSet ALL = FieldSet.of(EnumSet.allOf(PersonalField.class));

  /** Enough to tell groups apart, too little to tell people apart. */
  private static final FieldSet COARSE =
      FieldSet.of(
          EnumSet.of(
              PersonalField.SEX,
              PersonalField.LOCALITY,
              PersonalField.REGION,
              PersonalField.POSTAL_CODE,
              PersonalField.COUNTRY,
              PersonalField.LANGUAGE));

  private static final Map<AccessPurpose, FieldSet> OPENED =
      Map.of(
          AccessPurpose.SERVICE, ALL,
          AccessPurpose.COUNTER, FieldSet.NONE,
          AccessPurpose.STEWARDSHIP, ALL,
          AccessPurpose.PRIVACY, ALL,
          AccessPurpose.OPERATION, ALL,
          AccessPurpose.ANALYSIS, COARSE);

  private static final Map<Role, Set<AccessPurpose>> PURPOSES =
      new EnumMap<>(
          Map.of(
              Role.SERVICE, Set.of(AccessPurpose.SERVICE, AccessPurpose.COUNTER),
              Role.STEWARD, Set.of(AccessPurpose.STEWARDSHIP, AccessPurpose.COUNTER),
              Role.MARKETER, Set.of(AccessPurpose.ANALYSIS),
              Role.PRIVACY_OFFICER, Set.of(AccessPurpose.PRIVACY, AccessPurpose.COUNTER),
              Role.ENGINEER, Set.of(AccessPurpose.OPERATION)));

  @Override
  public void require(Actor actor, AccessPurpose purpose) {
    if (!mayName(actor, purpose)) {
      throw new AccessDeniedProblem(
          actor.auditName()
              + " may not read personal data for '"
              + purpose.code()
              + "'. Maybe ask an administrator for the role that goes with it?");
    }
  }

  @Override
  public FieldSet opens(Actor actor, AccessPurpose purpose) {
    if (!mayName(actor, purpose)) {
      return FieldSet.NONE;
    }
    return switch (actor) {
      // An engineer runs the system; the values in it stay masked for people who run it.
      case Actor.Staff _ when purpose.equals(AccessPurpose.OPERATION) -> FieldSet.NONE;
      case Actor.Staff _, Actor.Machine _ -> OPENED.getOrDefault(purpose, FieldSet.NONE);
    };
  }

  @Override
  public void requireRole(Actor actor, Role role) {
    boolean has =
        switch (actor) {
          case Actor.Staff staff -> staff.roles().contains(role);
          case Actor.Machine _ -> false;
        };
    if (!has) {
      throw new AccessDeniedProblem(
          actor.auditName() + " does not have the role " + role + ". Maybe ask an administrator?");
    }
  }

  private static boolean mayName(Actor actor, AccessPurpose purpose) {
    if (!OPENED.containsKey(purpose)) {
      return false;
    }
    return switch (actor) {
      case Actor.Staff staff ->
          staff.roles().stream()
              .anyMatch(role -> PURPOSES.getOrDefault(role, Set.of()).contains(purpose));
      case Actor.Machine machine -> machine.purposes().contains(purpose);
    };
  }
}
