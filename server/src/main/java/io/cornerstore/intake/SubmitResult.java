package io.cornerstore.intake;

import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;

/** What became of one submitted event. All of them are final: sending again changes nothing. */
public sealed interface SubmitResult {

  /** It stands in the log, durably. */
  record Accepted(SourceRecordId id, SubjectId subject) implements SubmitResult {}

  /** The same (source, message id) was taken before; the first copy stays. */
  record Duplicate() implements SubmitResult {}
}
