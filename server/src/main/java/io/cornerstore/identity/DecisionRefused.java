package io.cornerstore.identity;

/** A merge, split or undo that cannot be done. The message carries ids, never a personal value. */
public final class DecisionRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what was refused, which id, and what to do. */
  public DecisionRefused(String message) {
    super(message);
  }
}
