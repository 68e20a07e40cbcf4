package io.cornerstore.operations;

import io.cornerstore.identity.IdentityStatistics;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.profile.GoldenRecords;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * How far the way from record to golden record is. Asked anew at most every ten seconds, however
 * many ask. Thread-safe.
 */
final class Pipeline {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final SourceRecords records;
  private final IdentityStatistics identity;
  private final GoldenRecords golden;
  private final Quarantine quarantine;
  private final LongSupplier nanoTime;
  private @Nullable Figures last;
  private long takenAt;

  Pipeline(
      SourceRecords records,
      IdentityStatistics identity,
      GoldenRecords golden,
      Quarantine quarantine,
      LongSupplier nanoTime) {
    this.records = records;
    this.identity = identity;
    this.golden = golden;
    this.quarantine = quarantine;
    this.nanoTime = nanoTime;
  }

  /**
   * Figures of one moment.
   *
   * @param received entries of the log
   * @param unresolved entries of them whose customer is not worked out yet
   * @param unwritten changes of customers whose golden record is not written yet
   * @param reviews pairs that wait for a steward
   * @param quarantined rows that could not be read
   */
  record Figures(
      double received, double unresolved, double unwritten, double reviews, double quarantined) {

    /** While the database does not answer: no figure rather than an old one. */
    static final Figures UNKNOWN =
        new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  synchronized Figures figures() {
    long now = nanoTime.getAsLong();
    Figures known = last;
    if (known != null && now - takenAt < KEPT.toNanos()) {
      return known;
    }
    Figures fresh = look();
    last = fresh;
    takenAt = now;
    return fresh;
  }

  private Figures look() {
    try {
      // What follows is read before what it follows: a lag is never negative.
      long written = golden.version();
      IdentityStatistics.Position position = identity.position();
      long received = records.head().value();
      long quarantined =
          quarantine.countsByReason().values().stream().mapToLong(Long::longValue).sum();
      return new Figures(
          received,
          received - position.resolvedTo(),
          position.version() - written,
          position.reviews(),
          quarantined);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("figures cannot be read: {}", e.getClass().getSimpleName());
      return Figures.UNKNOWN;
    }
  }
}
