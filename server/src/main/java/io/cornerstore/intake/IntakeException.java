package io.cornerstore.intake;

/** Something cannot be taken in. Names files, lines, columns and ids, never a value. */
public class IntakeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what, where, and what to do. */
  public IntakeException(String message) {
    super(message);
  }

  /** With its cause. */
  public IntakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
