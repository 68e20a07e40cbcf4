package io.cornerstore.kernel;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7) from a clock and a random generator.
 * Thread-safe.
 */
public final class TimeOrderedIds {

  private final Clock clock;
  private final RandomGenerator random;

  /** Uses the given sources; a seeded generator and a fixed clock make a repeatable sequence. */
  public TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id; ids of one millisecond are in no particular order. */
  public synchronized UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
