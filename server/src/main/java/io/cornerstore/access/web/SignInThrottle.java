package io.cornerstore.access.web;

import java.time.Clock;
import java.time.Duration;

/**
 * Makes guessing slow: after some failures each further one doubles the wait, for the account and
 * for the address it comes from. Names that do not exist are treated as those that do. Bounded and
 * thread-safe as {@link Failures} are.
 */
final class SignInThrottle {

  static final int FREE_PER_ACCOUNT = 5;
  static final int FREE_PER_ADDRESS = 20;
  static final int MOST_REMEMBERED = Failures.MOST_REMEMBERED;

  private final Failures accounts;
  private final Failures addresses;

  SignInThrottle(Clock clock) {
    accounts = new Failures(clock, FREE_PER_ACCOUNT);
    addresses = new Failures(clock, FREE_PER_ADDRESS);
  }

  /** How long this account or address has to wait before a password is looked at. */
  Duration waitFor(String account, String address) {
    Duration byAccount = accounts.waitFor(account);
    Duration byAddress = addresses.waitFor(Failures.network(address));
    return byAccount.compareTo(byAddress) >= 0 ? byAccount : byAddress;
  }

  void failed(String account, String address) {
    accounts.failed(account);
    addresses.failed(Failures.network(address));
  }

  /** Forgets the account's failures; the address keeps its own, or one good account would do. */
  void succeeded(String account) {
    accounts.forget(account);
  }
}
