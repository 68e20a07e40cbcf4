package io.cornerstore.cli.terminal;

/** The command cannot do what was asked; the message says what to do instead. */
public final class UserMistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what to say. */
  public UserMistake(String message) {
    super(message);
  }
}
