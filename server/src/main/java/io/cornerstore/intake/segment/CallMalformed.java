package io.cornerstore.intake.segment;

import io.cornerstore.intake.IntakeException;

/** A body that is no call at all: nothing of it was taken. Says where, never what stands there. */
public final class CallMalformed extends IntakeException {

  private static final long serialVersionUID = 1;

  CallMalformed(String message) {
    super(message);
  }
}
