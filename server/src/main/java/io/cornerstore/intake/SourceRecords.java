package io.cornerstore.intake;

import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.UnsealPermit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The durable log of everything received, read by cursor. An entry that has been read is never
 * followed later by one with a smaller id: ids are given out in the order of commit.
 */
public interface SourceRecords {

  /** The newest entry, or {@link SourceRecordId#NONE}. */
  SourceRecordId head();

  /**
   * The entries after the cursor, in order, with their content; entries whose key was destroyed are
   * passed over. Fewer than {@code limit} may come back before the end: go on from the {@code last}
   * of the batch.
   */
  LogBatch after(SourceRecordId cursor, int limit, UnsealPermit permit);

  /** The entries of these subjects without content, oldest first. */
  List<SourceRecord> of(Collection<SubjectId> subjects);

  /** How many entries each of these subjects has; subjects without any are left out. */
  default Map<SubjectId, Integer> counts(Collection<SubjectId> subjects) {
    return of(subjects).stream()
        .collect(Collectors.toMap(SourceRecord::subject, _ -> 1, Integer::sum));
  }

  /** The entries of these subjects with their content, oldest first. */
  List<OpenedRecord> open(Collection<SubjectId> subjects, UnsealPermit permit);

  /**
   * Subjects that may have this value, by keyed index: e-mail, phone, order number and the loyalty
   * card exactly; postcode by a truncated hash, so some have another one: compare after opening.
   *
   * @param value in any usual form; it is normalised as at intake
   */
  List<SubjectId> find(LookupField field, String value, int limit);
}
