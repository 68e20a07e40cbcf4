package io.cornerstore.vault;

/** A value cannot be sealed or opened. Carries ids, never a value or a key. */
public class VaultException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what, which id and what to do. */
  public VaultException(String message) {
    super(message);
  }

  /** With its cause. */
  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
