package io.cornerstore.kernel;

/** The database was brought forward by a newer release; this one must not touch it. */
public final class NewerDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NewerDataException(String message) {
    super(message);
  }
}
