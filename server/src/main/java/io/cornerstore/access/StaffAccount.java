package io.cornerstore.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A member of staff as the administrator sees it. */
public record StaffAccount(
    UUID id,
    String signInName,
    String displayName,
    Set<Role> roles,
    boolean locked,
    Instant createdAt) {

  public StaffAccount {
    roles = Set.copyOf(roles);
  }

  /** Ids only: names of staff stay out of the log too. */
  @Override
  public String toString() {
    return "StaffAccount[" + id + "]";
  }
}
