package io.cornerstore.postgres;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong while starting, stopping or finding an embedded server; carries a stable code.
 */
public final class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The closed set of reasons; names are stable and may be shown. */
  public enum Code {
    /** No binaries for this operating system or processor. */
    UNSUPPORTED_PLATFORM,
    /** Another live process owns the folder. */
    FOLDER_IN_USE,
    /**
     * The folder holds something this version must not touch: another major version, a stranger's
     * files.
     */
    FOREIGN_FOLDER,
    /** PostgreSQL refuses root and no other identity could be taken. */
    NO_IDENTITY,
    /**
     * The server, or the creation of its data directory, ended with an error; the message has the
     * log tail.
     */
    START_FAILED,
    /** The server was not ready within the start timeout. */
    START_TIMED_OUT,
    /** The server would not end. */
    STOP_FAILED,
    /** Reading or writing the folder failed. */
    FILES
  }

  private final Code code;

  PostgresException(Code code, String message) {
    this(code, message, null);
  }

  PostgresException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Why, from a closed set. */
  public Code code() {
    return code;
  }
}
