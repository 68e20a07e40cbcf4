package io.cornerstore.cli.terminal;

/** The command cannot do what was asked; the message says what to do instead. */
public final class UserMistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What a part of the program refused, in its words. */
  public static UserMistake of(Exception refusal) {
    return new UserMistake(String.valueOf(refusal.getMessage()));
  }

  /** With what to say. */
  public UserMistake(String message) {
    super(message);
  }
}
