package io.cornerstore.intake.segment;

/** The way an event came in, as far as its reading depends on it. */
public enum Door {
  /** The paths of the client libraries. */
  LIBRARY,
  /** A beacon or pixel: certainly somebody's browser. */
  BROWSER,
  /** Another system's notice: any object is an event, and it needs nobody it is about. */
  WEBHOOK
}
