package io.cornerstore.intake;

import io.cornerstore.kernel.Page;
import io.cornerstore.vault.UnsealPermit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that could not be read: kept screened and sealed, with where they stood and why, until
 * somebody settles them ({@link QuarantineDesk}) or a later import reads them after all.
 */
public interface Quarantine {

  /** The newest rows that wait, without their content. */
  List<QuarantinedRow> newest(int limit);

  /** How many rows wait, by reason. */
  Map<String, Long> countsByReason();

  /** How many rows wait, by feed and reason, the most first. */
  List<Group> groups();

  /**
   * Rows without their content, newest first.
   *
   * @param cursor {@link Page#next} of the page before; null for the first
   */
  Page<QuarantinedRow> rows(Filter filter, @Nullable String cursor, int limit);

  /** The screened text of a row; empty when it is no longer kept. */
  Optional<String> open(long id, UnsealPermit permit);

  /**
   * Rows of one feed that wait for one reason.
   *
   * @param feed its number
   * @param name source and feed, in words
   */
  record Group(int feed, String name, String reason, long rows, Instant oldest, Instant newest) {}

  /** Which rows: of a feed, with a reason, settled ones or those that wait. Null: whichever. */
  record Filter(@Nullable Integer feed, @Nullable String reason, boolean settled) {

    /** All that wait. */
    public static final Filter WAITING = new Filter(null, null, false);
  }
}
