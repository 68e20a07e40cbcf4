package io.cornerstore.cli.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made, trusted or restored; the message says why and what to do. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With what is wrong and what to do. */
  public BackupException(String message) {
    this(message, null);
  }

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
