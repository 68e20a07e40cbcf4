package io.cornerstore.audit;

import io.cornerstore.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes who did what. The row joins the caller's transaction: what is not recorded has not
 * happened.
 */
public interface AuditTrail {

  /** Appends one row; throws when there is no transaction to join. */
  @Transactional(propagation = Propagation.MANDATORY)
  void append(AuditEntry entry);

  /**
   * The newest rows that concern any of these subjects or customers (ids as text), newest first.
   */
  @Transactional(readOnly = true)
  List<RecordedEntry> about(List<String> concerns, int limit);

  /**
   * The newest rows of the whole trail, newest first: what the privacy officer leafs through.
   *
   * @param cursor {@link Page#next} of the page before; null for the first
   */
  @Transactional(readOnly = true)
  Page<RecordedEntry> newest(@Nullable String cursor, int limit);
}
