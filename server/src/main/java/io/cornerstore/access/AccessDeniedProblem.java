package io.cornerstore.access;

/** The actor may not do this for this purpose. The message names neither person nor value. */
public final class AccessDeniedProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A refusal with what is missing and what to do. */
  public AccessDeniedProblem(String message) {
    super(message);
  }
}
