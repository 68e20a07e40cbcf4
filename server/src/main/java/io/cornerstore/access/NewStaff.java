package io.cornerstore.access;

import java.util.Set;

/**
 * A member of staff to be.
 *
 * @param signInName 1 to 100 characters without spaces; upper and lower case are the same
 * @param displayName what colleagues see, 1 to 100 characters
 * @param password see {@link StaffAccounts}
 */
public record NewStaff(String signInName, String displayName, Set<Role> roles, String password) {

  public NewStaff {
    roles = Set.copyOf(roles);
    if (signInName.isBlank()
        || signInName.length() > 100
        || signInName.codePoints().anyMatch(c -> c <= ' ' || Character.isISOControl(c))) {
      throw new IllegalArgumentException("a sign-in name is 1 to 100 characters without spaces");
    }
    if (displayName.isBlank() || displayName.length() > 100) {
      throw new IllegalArgumentException("a display name is 1 to 100 characters");
    }
  }

  @Override
  public String toString() {
    return "NewStaff[•••]";
  }
}
