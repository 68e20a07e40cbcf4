package io.cornerstore.cli;

/** The command cannot do what was asked; the message says what to do instead. */
final class UserMistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  UserMistake(String message) {
    super(message);
  }
}
