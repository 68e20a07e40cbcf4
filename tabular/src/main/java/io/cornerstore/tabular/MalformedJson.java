package io.cornerstore.tabular;

/** A line that is not one JSON object within the limits; without a stack, since it is ordinary. */
final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int position;

  /** With the reason in words and the 1-based byte, 0 for the whole line. */
  MalformedJson(String reason, int position) {
    super(reason, null, false, false);
    this.reason = reason;
    this.position = position;
  }

  String reason() {
    return reason;
  }

  int position() {
    return position;
  }
}
