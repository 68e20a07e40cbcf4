package io.cornerstore.intake.rows;

import io.cornerstore.intake.log.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row became. */
public sealed interface RowOutcome {

  /**
   * An entry for the log.
   *
   * @param masked a word for each thing that screening found
   */
  record Taken(LogEntry entry, List<String> masked) implements RowOutcome {}

  /** It cannot be read; the reason holds no value. */
  record Refused(@Nullable String column, String reason) implements RowOutcome {}
}
