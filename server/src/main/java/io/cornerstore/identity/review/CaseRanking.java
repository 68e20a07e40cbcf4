package io.cornerstore.identity.review;

import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SubjectId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All open cases, the one whose decision repairs most first. Computed at the first question, and
 * again in the background some seconds after anything was linked or decided: an answer never waits
 * for it. So the order may be a little old; each case is looked up anew before it is shown.
 * Thread-safe.
 *
 * <p>Only the {@value #KEPT} likeliest are weighed by their records; no steward gets further in a
 * year.
 */
final class CaseRanking {

  static final int KEPT = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(CaseRanking.class);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final CaseRows rows;
  private final Head head;
  private final SourceRecords records;
  private final Clock clock;
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Ranked ranked;

  /**
   * The cases as of a moment.
   *
   * @param at before anything was read
   * @param total how many cases there are, with those that are not kept
   */
  record Ranked(
      long revision, long decided, long nanos, Instant at, List<ReviewCase> cases, long total) {}

  CaseRanking(JdbcClient jdbc, SourceRecords records, Clock clock) {
    this.rows = new CaseRows(jdbc);
    this.head = new Head(jdbc);
    this.records = records;
    this.clock = clock;
  }

  Ranked now() {
    Ranked known = ranked;
    if (known == null) {
      known = rank();
      ranked = known;
    } else if (isOld(known) && refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("case-ranking").start(this::refresh);
    }
    return known;
  }

  private boolean isOld(Ranked known) {
    if (System.nanoTime() - known.nanos < FRESH.toNanos()) {
      return false;
    }
    HeadRow now = head.read();
    return known.revision != now.revision() || known.decided != now.decided();
  }

  private void refresh() {
    try {
      ranked = rank();
    } catch (RuntimeException failure) {
      LOG.warn("the order of the review queue could not be renewed; it stays as it was", failure);
    } finally {
      refreshing.set(false);
    }
  }

  private Ranked rank() {
    Instant at = clock.instant();
    HeadRow now = head.read();
    List<CaseRows.Found> found = rows.likeliest(KEPT);
    List<SubjectId> subjects = new ArrayList<>();
    found.forEach(one -> {
      subjects.addAll(one.leftSubjects());
      subjects.addAll(one.rightSubjects());
    });
    Map<SubjectId, Integer> counts = records.counts(subjects);
    List<ReviewCase> cases =
        found.stream()
            .map(one -> weighed(one, counts))
            .sorted(Comparator.comparingDouble(ReviewCase::gain).reversed())
            .toList();
    long total = found.isEmpty() ? 0 : found.getFirst().total();
    return new Ranked(now.revision(), now.decided(), System.nanoTime(), at, cases, total);
  }

  /** One case, weighed. */
  ReviewCase weigh(CaseRows.Found found) {
    List<SubjectId> subjects = new ArrayList<>(found.leftSubjects());
    subjects.addAll(found.rightSubjects());
    return weighed(found, records.counts(subjects));
  }

  /** Cases as they were once, with the records they have now. */
  List<ReviewCase> weigh(List<ReviewCase> cases) {
    List<SubjectId> subjects = new ArrayList<>();
    cases.forEach(one -> {
      subjects.addAll(one.left());
      subjects.addAll(one.right());
    });
    Map<SubjectId, Integer> counts = subjects.isEmpty() ? Map.of() : records.counts(subjects);
    return cases.stream()
        .map(one ->
            new ReviewCase(
                one.key(),
                one.left(),
                one.right(),
                one.probability(),
                sum(one.left(), counts),
                sum(one.right(), counts)))
        .toList();
  }

  private static ReviewCase weighed(CaseRows.Found found, Map<SubjectId, Integer> counts) {
    return new ReviewCase(
        found.key(),
        found.leftSubjects(),
        found.rightSubjects(),
        found.probability(),
        sum(found.leftSubjects(), counts),
        sum(found.rightSubjects(), counts));
  }

  private static long sum(Collection<SubjectId> subjects, Map<SubjectId, Integer> counts) {
    return subjects.stream().mapToLong(subject -> counts.getOrDefault(subject, 0)).sum();
  }
}
