package io.cornerstore.intake;

import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;

/**
 * The ids of source subjects, computed from what the source itself says: no look-up, and the same
 * before and after the subject has arrived. Thread-safe.
 */
public interface SubjectIds {

  /** The subject that a source knows by this key. */
  SubjectId ofKey(SourceSystem source, String key);

  /** The anonymous subject of the rows that share this group: a receipt, an order. */
  SubjectId ofGroup(SourceSystem source, String group);
}
