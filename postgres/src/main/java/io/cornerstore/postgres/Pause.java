package io.cornerstore.postgres;

import java.util.concurrent.locks.LockSupport;

/** A short wait between two looks at something that gives no notice. */
final class Pause {

  private Pause() {}

  static void milliseconds(int milliseconds) {
    LockSupport.parkNanos(milliseconds * 1_000_000L);
  }
}
