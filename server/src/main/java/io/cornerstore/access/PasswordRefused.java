package io.cornerstore.access;

/** The password is too easy to guess. The message says why and never holds the password. */
public final class PasswordRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A refusal with what is wrong and what to do. */
  public PasswordRefused(String message) {
    super(message);
  }
}
