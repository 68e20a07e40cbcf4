package io.cornerstore.intake;

import java.time.Duration;

/**
 * More events wait to be written than the intake holds in memory; nothing of this call was taken.
 */
public final class IntakeBusyException extends IntakeException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /** With the time after which trying again makes sense, at least a second. */
  public IntakeBusyException(Duration retryAfter) {
    super("too many events are waiting to be written. Maybe try again in " + retryAfter + "?");
    this.retryAfter = retryAfter;
  }

  /** When to try again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
