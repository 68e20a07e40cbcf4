package io.cornerstore.access.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing slow: after some failures each further one doubles the wait, for the account and
 * for the address it comes from. Names that do not exist are treated as those that do. Bounded:
 * 10,000 of each are remembered, the longest untouched are forgotten first. Thread-safe.
 */
final class SignInThrottle {

  static final int FREE_PER_ACCOUNT = 5;
  static final int FREE_PER_ADDRESS = 20;
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  static final int MOST_REMEMBERED = 10_000;

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Clock clock;
  private final Map<String, Failures> accounts = bounded();
  private final Map<String, Failures> addresses = bounded();

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /** How long this account or address has to wait before a password is looked at. */
  synchronized Duration waitFor(String account, String address) {
    Instant now = clock.instant();
    Duration byAccount = wait(accounts.get(account), FREE_PER_ACCOUNT, now);
    Duration byAddress = wait(addresses.get(network(address)), FREE_PER_ADDRESS, now);
    return byAccount.compareTo(byAddress) >= 0 ? byAccount : byAddress;
  }

  synchronized void failed(String account, String address) {
    Instant now = clock.instant();
    count(accounts, account, now);
    count(addresses, network(address), now);
  }

  /** Forgets the account's failures; the address keeps its own, or one good account would do. */
  synchronized void succeeded(String account) {
    accounts.remove(account);
  }

  private static void count(Map<String, Failures> failures, String key, Instant now) {
    failures.merge(
        key,
        new Failures(1, now),
        (old, _) ->
            forgotten(old, now) ? new Failures(1, now) : new Failures(old.count() + 1, now));
  }

  private static Duration wait(@Nullable Failures failures, int free, Instant now) {
    if (failures == null || failures.count() < free || forgotten(failures, now)) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.count() - free, 20);
    Duration wait = Duration.ofSeconds(1L << doublings);
    Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration left = Duration.between(now, failures.last().plus(capped));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean forgotten(Failures failures, Instant now) {
    return failures.last().plus(FORGOTTEN_AFTER).isBefore(now);
  }

  /** Whoever has one IPv6 address has the 2^64 beside it: they count as one. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // An address in numbers: nothing is looked up.
      if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
        var network = new StringBuilder();
        for (int i = 0; i < IPV6_NETWORK_BYTES; i++) {
          network.append(six.getAddress()[i]).append('.');
        }
        return network.toString();
      }
      return address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  private static Map<String, Failures> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }
}
