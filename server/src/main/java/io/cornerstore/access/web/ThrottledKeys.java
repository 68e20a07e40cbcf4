package io.cornerstore.access.web;

import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.PresentedKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks keys up unless their address guesses. Behind one address there may be many programs (an
 * office, a proxy): a key that was good lately is looked up whatever its neighbours present, so
 * that a wrong one stops itself alone. Bounded: 10,000 of either are remembered.
 */
final class ThrottledKeys implements PresentedKeys {

  static final int FREE_PER_ADDRESS = 20;

  private final ApiKeys keys;
  private final Failures guesses;

  /* Hash codes alone: one that meets a good one by chance is only looked up like any other. */
  private final Set<Integer> goodLately = ConcurrentHashMap.newKeySet();

  ThrottledKeys(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.guesses = new Failures(clock, FREE_PER_ADDRESS);
  }

  @Override
  public Outcome present(String secret, String address) {
    Integer mark = secret.hashCode();
    if (!goodLately.contains(mark)) {
      Duration wait = guesses.waitFor(Failures.network(address));
      if (wait.isPositive()) {
        return new Outcome.TooMany(wait);
      }
    }
    Optional<ApiKey> key = keys.find(secret);
    if (key.isEmpty()) {
      goodLately.remove(mark);
      guesses.failed(Failures.network(address));
      return new Outcome.Unknown();
    }
    if (goodLately.size() >= Failures.MOST_REMEMBERED) {
      goodLately.clear();
    }
    goodLately.add(mark);
    return new Outcome.Known(key.get());
  }
}
