package io.cornerstore.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns failures of input and output into the one exception of this package. */
final class Failures {
  private Failures() {}

  static TabularException reading(String source, long line, IOException cause) {
    String reason =
        switch (cause) {
          case DamagedInput damaged -> String.valueOf(damaged.getMessage());
          case NoSuchFileException missing -> "there is no such file";
          case AccessDeniedException denied -> "may not be read";
          default -> "cannot be read (" + cause.getClass().getSimpleName() + ")";
        };
    return new TabularException(source, line, reason, cause);
  }

  static void close(String source, Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      throw new TabularException(source, 0, "cannot be closed", e);
    }
  }
}
