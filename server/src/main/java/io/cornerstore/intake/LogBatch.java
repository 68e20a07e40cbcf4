package io.cornerstore.intake;

import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.Set;

/**
 * Entries of the log and the cursor behind them. {@code atEnd}: there was nothing more when read.
 *
 * @param reread subjects of whom earlier entries are no longer what they were: all that is known of
 *     them is to be made anew from {@link SourceRecords#open}
 */
@Personal
public record LogBatch(
    List<OpenedRecord> records, SourceRecordId last, boolean atEnd, Set<SubjectId> reread) {

  public LogBatch {
    records = List.copyOf(records);
    reread = Set.copyOf(reread);
  }

  /** With nothing to be read again. */
  public LogBatch(List<OpenedRecord> records, SourceRecordId last, boolean atEnd) {
    this(records, last, atEnd, Set.of());
  }
}
