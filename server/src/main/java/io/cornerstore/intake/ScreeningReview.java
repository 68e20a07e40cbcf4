package io.cornerstore.intake;

import io.cornerstore.kernel.SourceRecordId;
import java.util.List;

/** Values that looked like something that may not be kept, masked, waiting for a person's word. */
public interface ScreeningReview {

  /** The newest ones. */
  List<Item> newest(int limit);

  /** How many wait. */
  long waiting();

  /**
   * One masked value.
   *
   * @param field name of the column or field it stood in
   * @param kind what it looked like: {@code card}, {@code national-id}
   */
  record Item(SourceRecordId record, String field, String kind) {}
}
