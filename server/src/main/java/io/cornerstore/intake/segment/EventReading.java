package io.cornerstore.intake.segment;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.kernel.Personal;

/** What reading an event came to. */
sealed interface EventReading {

  /** It can be submitted. */
  @Personal
  record Read(IncomingEvent event) implements EventReading {
    @Override
    public String toString() {
      return "Read[" + event + "]";
    }
  }

  /** It cannot; the reason names fields and bounds, no values. */
  record Unreadable(String reason) implements EventReading {}
}
