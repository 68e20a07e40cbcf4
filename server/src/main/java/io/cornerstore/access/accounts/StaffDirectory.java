package io.cornerstore.access.accounts;

import java.util.Optional;
import java.util.UUID;

/** Looks accounts up for sign-in and for the life of a session. Thread-safe. */
public interface StaffDirectory {

  /** The account of that sign-in name in any case, locked ones included. */
  Optional<StaffCredentials> findByName(String signInName);

  /** Whether a session that began with this version of the account still holds. */
  boolean holds(UUID id, int version);

  /** Records a sign-in, good or refused, in a transaction of its own. */
  void recordSignIn(UUID id, boolean accepted);
}
