package io.cornerstore.access.accounts;

import java.util.Optional;
import java.util.UUID;

/** Looks accounts up for sign-in and for the life of a session. Thread-safe. */
public interface StaffDirectory {

  /** The account of that sign-in name in any case, locked ones included. */
  Optional<StaffCredentials> findByName(String signInName);

  /**
   * The account that belongs to somebody of a sign-in provider, locked ones included.
   *
   * @param identity 32 bytes that stand for issuer and subject
   */
  Optional<StaffCredentials> findByIdentity(byte[] identity);

  /**
   * Joins an account to somebody of a sign-in provider, in a transaction of its own.
   *
   * @return false when the account belongs to somebody else of a provider already
   */
  boolean join(UUID id, byte[] identity);

  /** Whether a session that began with this version of the account still holds. */
  boolean holds(UUID id, int version);

  /** Records a sign-in, good or refused, in a transaction of its own. */
  void recordSignIn(UUID id, boolean accepted);
}
