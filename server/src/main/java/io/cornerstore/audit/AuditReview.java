package io.cornerstore.audit;

import io.cornerstore.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail as a whole: for whoever watches over it. Thread-safe. */
public interface AuditReview {

  /**
   * The newest rows of the whole trail, newest first: what the privacy officer leafs through.
   *
   * @param cursor {@link Page#next} of the page before; null for the first
   */
  @Transactional(readOnly = true)
  Page<RecordedEntry> newest(@Nullable String cursor, int limit);
}
