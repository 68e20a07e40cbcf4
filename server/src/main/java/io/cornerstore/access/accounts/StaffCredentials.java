package io.cornerstore.access.accounts;

import io.cornerstore.access.Actor;

/**
 * What sign-in needs of an account.
 *
 * @param version a session holds the version it began with and ends when the account has another
 */
public record StaffCredentials(
    Actor.Staff staff, String signInName, String passwordHash, int version, boolean locked) {

  @Override
  public String toString() {
    return "StaffCredentials[" + staff.id() + "]";
  }
}
