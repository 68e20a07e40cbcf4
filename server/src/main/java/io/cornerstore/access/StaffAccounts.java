package io.cornerstore.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of staff. Only administrators and the product's own parts may change them, and each
 * change is in the audit trail. Passwords follow NIST SP 800-63B-4: at least 15 characters, no
 * rules of composition, not on the list of easy ones; kept as Argon2id. Thread-safe.
 */
public interface StaffAccounts {

  /**
   * Makes an account.
   *
   * @throws PasswordRefused when the password is too easy
   * @throws IllegalArgumentException when the sign-in name is taken
   */
  @Transactional
  StaffAccount create(Actor by, NewStaff staff);

  /** All accounts, by sign-in name. */
  @Transactional(readOnly = true)
  List<StaffAccount> list();

  /** The account of that id, if there is one. */
  @Transactional(readOnly = true)
  Optional<StaffAccount> find(UUID id);

  /** Replaces the roles; sessions of the account end. Refused for the last administrator. */
  @Transactional
  void setRoles(Actor by, UUID id, Set<Role> roles);

  /** Closes the account; its sessions end. Refused for the last administrator. */
  @Transactional
  void lock(Actor by, UUID id);

  /** Opens a closed account again. */
  @Transactional
  void unlock(Actor by, UUID id);

  /**
   * Sets another password: an administrator for anybody, everybody for themselves. Other sessions
   * of the account end.
   */
  @Transactional
  void setPassword(Actor by, UUID id, String password);

  /**
   * Ends every session of an account, whatever device it runs on: an administrator for anybody,
   * everybody for themselves.
   */
  @Transactional
  void signOutEverywhere(Actor by, UUID id);

  /** A random password that can be read aloud: 99 bits, in five groups of four. */
  String randomPassword();
}
