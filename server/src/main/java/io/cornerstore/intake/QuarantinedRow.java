package io.cornerstore.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine without its content.
 *
 * @param line 1-based line of the file it starts on
 * @param column name or number of the column, when one is to blame
 */
public record QuarantinedRow(
    long id,
    String feed,
    String file,
    long line,
    @Nullable String column,
    String reason,
    Instant receivedAt) {}
