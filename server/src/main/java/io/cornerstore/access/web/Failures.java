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
 * How often something failed for each of many, and how long the next try has to wait: some are
 * free, each further one doubles the wait. Bounded: 10,000 are remembered, the longest untouched
 * are forgotten first. Thread-safe.
 */
final class Failures {

  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  static final int MOST_REMEMBERED = 10_000;

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Clock clock;
  private final int free;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Failures(Clock clock, int free) {
    this.clock = clock;
    this.free = free;
  }

  private record Count(int failures, Instant last) {}

  /** How long this one has to wait before it is looked at again. */
  synchronized Duration waitFor(String key) {
    return wait(counts.get(key), clock.instant());
  }

  synchronized void failed(String key) {
    Instant now = clock.instant();
    counts.merge(
        key,
        new Count(1, now),
        (old, _) -> forgotten(old, now) ? new Count(1, now) : new Count(old.failures() + 1, now));
  }

  synchronized void forget(String key) {
    counts.remove(key);
  }

  private Duration wait(@Nullable Count count, Instant now) {
    if (count == null || count.failures() < free || forgotten(count, now)) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count.failures() - free, 20);
    Duration wait = Duration.ofSeconds(1L << doublings);
    Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration left = Duration.between(now, count.last().plus(capped));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean forgotten(Count count, Instant now) {
    return count.last().plus(FORGOTTEN_AFTER).isBefore(now);
  }

  /** Whoever has one IPv6 address has the 2^64 beside it: they count as one. */
  static String network(String address) {
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
}
