package io.cornerstore.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine without its content.
 *
 * @param line 1-based line of the file it starts on
 * @param column name or number of the column, when one is to blame
 * @param settled absent as long as the row waits
 */
public record QuarantinedRow(
    long id,
    String feed,
    String file,
    long line,
    @Nullable String column,
    String reason,
    Instant receivedAt,
    @Nullable Settled settled) {

  /**
   * How a row was settled.
   *
   * @param by the actor as the audit trail names it, or the import that read it after all
   * @param outcome {@code replayed}, {@code known} (it stood in the log already), {@code released}
   *     (a later import read it) or {@code discarded}
   * @param record what it became, if it is in the log; 0 otherwise
   */
  public record Settled(Instant at, String by, String outcome, long record) {}
}
