package io.cornerstore.intake.web;

import io.cornerstore.intake.IntakeException;

/** An answer other than success. The message names paths, fields and bounds, never a value. */
final class CallRefused extends IntakeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final int retryAfterSeconds;

  private CallRefused(int status, String code, String message, int retryAfterSeconds) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  CallRefused(int status, String code, String message) {
    this(status, code, message, 0);
  }

  /** Too much at once: come again after these seconds, at least one. */
  static CallRefused busy(long seconds) {
    return new CallRefused(
        429,
        "too_many_events",
        "more events are waiting than can be written soon",
        Math.clamp(seconds, 1, 300));
  }

  /** Too many unknown keys from that address: come again after these seconds. */
  static CallRefused guessing(long seconds) {
    return new CallRefused(
        429,
        "too_many_wrong_keys",
        "too many unknown write keys came from this address",
        Math.clamp(seconds, 1, 900));
  }

  /** Not now, through no fault of the caller. */
  static CallRefused unavailable() {
    return new CallRefused(
        503, "unavailable", "events cannot be taken right now. Maybe try again soon?", 1);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** Zero when coming again does not help. */
  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
