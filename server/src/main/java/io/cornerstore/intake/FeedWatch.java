package io.cornerstore.intake;

import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the feeds are doing. Counts are of arrivals here, whatever time the rows themselves name. */
public interface FeedWatch {

  /** So many waiting entries are looked at: more only come together in a first load. */
  int COUNTED = 1_000_000;

  /** All feeds, the one with the newest arrival first. */
  List<Feed> feeds();

  /** One of them. */
  Optional<Feed> find(int feed);

  /**
   * Arrivals of a feed in equal steps, oldest first, empty steps included; the last one is not
   * over.
   *
   * @param step a minute or more
   * @param steps how many
   */
  List<Step> steps(int feed, Duration step, int steps);

  /** What waits behind that entry of the log. */
  Backlog behind(SourceRecordId entry);

  /**
   * The same for each feed of which anything waits, among the {@value #COUNTED} entries that
   * follow.
   */
  Map<Integer, Backlog> behindByFeed(SourceRecordId entry);

  /**
   * A feed.
   *
   * @param name within its source
   * @param lastMinute entries accepted in the last whole minute
   * @param today counts of the last 24 hours
   * @param waiting rows in quarantine
   * @param lastArrival when anything came
   * @param lastFile of the newest import; absent for calls of the API
   * @param lastError why the last import that failed did, or the newest reason of quarantine
   */
  record Feed(
      int number,
      SourceSystem source,
      String name,
      long lastMinute,
      Counts today,
      long waiting,
      @Nullable Instant lastArrival,
      @Nullable String lastFile,
      @Nullable String lastError,
      @Nullable Instant lastErrorAt) {}

  /**
   * What became of arrivals.
   *
   * @param refused calls answered with an error; nothing of them is kept
   */
  record Counts(long accepted, long duplicates, long quarantined, long refused) {}

  /** Arrivals from {@code from} on. */
  record Step(Instant from, Counts counts) {}

  /** Entries not yet followed, and when the oldest of them came. */
  record Backlog(long entries, @Nullable Instant oldest) {}
}
