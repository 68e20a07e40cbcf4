package io.cornerstore.intake.log;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to quarantine.
 *
 * @param message what its receipt would be: the same bad row stands there once
 * @param subject of the feed's quarantine, whose key seals it
 * @param content what it says, screened
 */
@Personal
public record BadRowEntry(
    UUID message,
    SubjectId subject,
    int feed,
    String file,
    long line,
    @Nullable String column,
    String reason,
    RowContent content,
    Instant receivedAt) {

  @Override
  public String toString() {
    return "BadRowEntry[" + file + ":" + line + "]";
  }
}
