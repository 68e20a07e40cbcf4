package io.cornerstore.tabular;

import org.jspecify.annotations.Nullable;

/**
 * A source that cannot be read on: missing, damaged, over a limit or of an unknown kind. The
 * message names the source and, where there is one, the line; it never holds a value of a row.
 */
public final class TabularException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long line;

  TabularException(String source, long line, String reason, @Nullable Throwable cause) {
    super(line > 0 ? source + ", line " + line + ": " + reason : source + ": " + reason, cause);
    this.source = source;
    this.line = line;
  }

  TabularException(String source, String reason) {
    this(source, 0, reason, null);
  }

  /** Name of the source. */
  public String source() {
    return source;
  }

  /** The 1-based line reached, or 0 where no line is meant. */
  public long line() {
    return line;
  }
}
