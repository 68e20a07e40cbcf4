package io.cornerstore.access;

import java.time.Duration;

/**
 * Keys as programs present them. Guessing is slow: an address that presented several unknown keys
 * waits before another is looked up, longer each time. Thread-safe.
 */
public interface PresentedKeys {

  /** What becomes of a key that is presented from that address. */
  Outcome present(String secret, String address);

  /** The possible outcomes. */
  sealed interface Outcome {

    /** The key works. */
    record Known(ApiKey key) implements Outcome {}

    /** There is no such key, or it was disabled. */
    record Unknown() implements Outcome {}

    /** Nothing was looked up: the address presented too many unknown keys. */
    record TooMany(Duration left) implements Outcome {}
  }
}
