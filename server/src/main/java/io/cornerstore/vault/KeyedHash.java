package io.cornerstore.vault;

import java.util.UUID;

/**
 * Keyed hashes (HMAC-SHA-256 under a key of its own for each use, derived by HKDF from the
 * installation's root): equality without the value. Thread-safe.
 */
public interface KeyedHash {

  /**
   * The first 128 bits of the hash, as a UUID (all bits are hash; version bits are not set).
   *
   * @param use which key: {@code subject}, {@code message}, {@code email}, {@code phone}, {@code
   *     order}, {@code postcode} …; the same text under two uses gives unrelated hashes
   */
  UUID full(String use, String text);

  /** The same hash cut to its first {@code bits} (1 to 63), for indexes that must not identify. */
  long truncated(String use, String text, int bits);
}
