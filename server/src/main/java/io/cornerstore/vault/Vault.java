package io.cornerstore.vault;

import io.cornerstore.kernel.SubjectId;
import java.util.Collection;

/**
 * Seals and opens values under the random key of their source subject. Thread-safe.
 *
 * <p>Keys are wrapped under the key-encryption key and stored in an own database instance; a new
 * key is durable there before {@link #sealing} returns, so nothing sealed can outlive a lost key.
 */
public interface Vault {

  /** The keys of these subjects, made where there is none yet. One round trip for all of them. */
  Keyring sealing(Collection<SubjectId> subjects);

  /** The keys of these subjects that still exist. A subject whose key was destroyed is left out. */
  Keyring opening(Collection<SubjectId> subjects, UnsealPermit permit);

  /** Destroys the keys of these subjects: nothing sealed under them can be opened again. */
  void shred(Collection<SubjectId> subjects);
}
