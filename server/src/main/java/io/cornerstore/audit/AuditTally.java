package io.cornerstore.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Counts of what was done lately: cheap however long the trail becomes. */
public interface AuditTally {

  /** The most rows that are looked at, the newest ones. */
  int MOST = 10_000;

  /**
   * Acts of the time that just passed, the newest {@value #MOST} of them at most, by purpose and
   * action.
   */
  @Transactional(readOnly = true)
  Counts lately(Duration back);

  /**
   * The counts.
   *
   * @param since of the oldest that was counted; null when there was none
   * @param whole false when there were more than were looked at
   */
  record Counts(List<Count> counts, @Nullable Instant since, boolean whole) {

    public Counts {
      counts = List.copyOf(counts);
    }
  }

  /** Acts of one kind for one purpose. */
  record Count(String purpose, String action, long acts) {}
}
