package io.cornerstore.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts whose owners choose the password themselves, by a one-time link that holds for three
 * days: no administrator ever knows it. Each step is in the audit trail. Thread-safe.
 */
public interface Invitations {

  /**
   * Makes an account that nobody can sign in with until its link was used.
   *
   * @throws IllegalArgumentException when the sign-in name is taken or malformed
   */
  @Transactional
  OneTimeLink invite(Actor by, String signInName, String displayName, Set<Role> roles);

  /**
   * Takes the password of an account away, and the identity of a sign-in provider that it belongs
   * to, ends its sessions, and gives a link for another password. Earlier links of the account are
   * worth nothing any more.
   */
  @Transactional
  OneTimeLink reset(Actor by, UUID id);

  /** Whose link that is, while it holds. */
  @Transactional(readOnly = true)
  Optional<StaffAccount> find(String token);

  /**
   * Sets the password, and uses the link up.
   *
   * @return the account, or empty when the link does not hold (any more)
   * @throws PasswordRefused when the password is too easy; the link still holds then
   */
  @Transactional
  Optional<StaffAccount> choosePassword(String token, String password);
}
