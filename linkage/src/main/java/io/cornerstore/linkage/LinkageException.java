package io.cornerstore.linkage;

/** A refused command or value; its message carries no personal data. */
public final class LinkageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was refused and what to do about it. */
  public LinkageException(String message) {
    super(message);
  }

  /** With what was refused, what to do about it, and the cause. */
  public LinkageException(String message, Throwable cause) {
    super(message, cause);
  }
}
