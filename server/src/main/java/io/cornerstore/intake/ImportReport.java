package io.cornerstore.intake;

import io.cornerstore.kernel.SourceRecordId;
import java.time.Duration;
import java.util.List;

/**
 * What an import did, or for a dry run would do.
 *
 * @param feeds in the order they were imported
 * @param head the newest entry of the log afterwards
 */
public record ImportReport(
    List<FeedReport> feeds, boolean dryRun, Duration took, SourceRecordId head) {

  public ImportReport {
    feeds = List.copyOf(feeds);
  }

  /** Rows read over all feeds. */
  public long rows() {
    return feeds.stream().mapToLong(FeedReport::rows).sum();
  }

  /** New entries over all feeds, those for disappeared items included. */
  public long appended() {
    return feeds.stream().mapToLong(feed -> feed.accepted() + feed.gone()).sum();
  }

  /** Rows in quarantine over all feeds. */
  public long quarantined() {
    return feeds.stream().mapToLong(FeedReport::quarantinedRows).sum();
  }

  /** The report for people, in plain lines. */
  public String text() {
    StringBuilder text = new StringBuilder(dryRun ? "Dry run: nothing was written.\n" : "");
    feeds.forEach(feed -> feed.appendTo(text));
    double seconds = Math.max(took.toMillis(), 1) / 1000.0;
    text.append(
        "%,d rows in %.1f s (%,.0f a second); the log ends at %s%n"
            .formatted(rows(), seconds, rows() / seconds, head));
    return text.toString();
  }
}
