package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import java.util.List;

/**
 * Entries of the log and the cursor behind them. {@code atEnd}: there was nothing more when read.
 */
@Personal
public record LogBatch(List<OpenedRecord> records, SourceRecordId last, boolean atEnd) {

  public LogBatch {
    records = List.copyOf(records);
  }
}
