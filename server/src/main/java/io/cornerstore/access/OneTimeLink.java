package io.cornerstore.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A link by which a member of staff chooses a password, once. Whoever has it can: it is handed over
 * in person or by a channel both trust. Prints no token.
 *
 * @param staff whose account
 * @param token 128 random bits, safe in a path; no copy is kept
 * @param expiresAt after this it is worth nothing
 */
public record OneTimeLink(UUID staff, String token, Instant expiresAt) {

  /** Path of the page that takes the password. */
  public String path() {
    return "/welcome/" + token;
  }

  @Override
  public String toString() {
    return "OneTimeLink[" + staff + "]";
  }
}
