package io.cornerstore.vault;

import io.cornerstore.kernel.SubjectId;

/** Keys of some subjects, for a short while in memory. Thread-safe; prints nothing. */
public interface Keyring {

  /** Whether the subject's key is here. */
  boolean has(SubjectId subject);

  /**
   * Seals with AES-256-GCM; the associated data bind subject, place and key version. Row form: 1
   * byte version, 4 bytes key id, 12 bytes nonce, ciphertext, 16 bytes tag.
   *
   * @param place {@code schema.table.field}: a value opens only where it was sealed for
   */
  byte[] seal(SubjectId subject, String place, byte[] plain);

  /**
   * Opens what {@link #seal} made; throws {@link VaultException} when key, place or a bit is wrong.
   */
  byte[] open(SubjectId subject, String place, byte[] sealed);
}
