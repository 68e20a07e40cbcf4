package io.cornerstore.access.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many requests each key may send: so many a second, and those of some seconds at once. The
 * generic cell rate algorithm (ITU-T I.371, annex A): one number for each key, the moment at which
 * all it was granted is used up. Names of keys that exist only, so that nobody fills the memory;
 * should there be more than {@value #MOST_REMEMBERED}, all begin anew. Lock-free, thread-safe.
 */
final class Allowance {

  /** What came together in so long may come at once. */
  static final Duration BURST = Duration.ofSeconds(10);

  private static final int MOST_REMEMBERED = 10_000;

  private final long interval;
  private final long capacity;
  private final LongSupplier nanos;
  private final long origin;
  private final Map<String, AtomicLong> usedUp = new ConcurrentHashMap<>();

  /**
   * An allowance.
   *
   * @param perSecond requests of a key in a second; 0 for any number
   * @param nanos a clock that only goes forward
   */
  Allowance(int perSecond, LongSupplier nanos) {
    this.interval = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    this.capacity = BURST.toNanos();
    this.nanos = nanos;
    this.origin = nanos.getAsLong();
  }

  /** Grants a request of that key, or tells after what time the next would be granted. */
  Duration take(String key) {
    if (interval == 0) {
      return Duration.ZERO;
    }
    if (usedUp.size() >= MOST_REMEMBERED && !usedUp.containsKey(key)) {
      usedUp.clear();
    }
    AtomicLong moment = usedUp.computeIfAbsent(key, _ -> new AtomicLong());
    long now = nanos.getAsLong() - origin;
    while (true) {
      long last = moment.get();
      long next = Math.max(last, now) + interval;
      if (next - now > capacity) {
        return Duration.ofNanos(next - now - capacity);
      }
      if (moment.compareAndSet(last, next)) {
        return Duration.ZERO;
      }
    }
  }
}
