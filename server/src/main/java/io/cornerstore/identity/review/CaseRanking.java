package io.cornerstore.identity.review;

import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SubjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All open cases, the one whose decision repairs most first. Kept until something was linked or
 * decided, and for some seconds even then: while records stream in the order may be a little old,
 * and each case is looked up anew before it is shown. Thread-safe.
 *
 * <p>Only the {@value #KEPT} likeliest are weighed by their records; no steward gets further in a
 * year.
 */
final class CaseRanking {

  static final int KEPT = 2_000;

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final CaseRows rows;
  private final Head head;
  private final SourceRecords records;
  private volatile Ranked ranked = new Ranked(-1, -1, 0, List.of());

  private record Ranked(long revision, long decided, long nanos, List<ReviewCase> cases) {}

  CaseRanking(JdbcClient jdbc, SourceRecords records) {
    this.rows = new CaseRows(jdbc);
    this.head = new Head(jdbc);
    this.records = records;
  }

  List<ReviewCase> cases() {
    Ranked known = ranked;
    HeadRow now = head.read();
    boolean current = known.revision == now.revision() && known.decided == now.decided();
    boolean fresh =
        known.decided == now.decided() && System.nanoTime() - known.nanos < FRESH.toNanos();
    if (!current && !fresh) {
      known = new Ranked(now.revision(), now.decided(), System.nanoTime(), weigh());
      ranked = known;
    }
    return known.cases;
  }

  /** One case, weighed. */
  ReviewCase weigh(CaseRows.Found found) {
    List<SubjectId> subjects = new ArrayList<>(found.leftSubjects());
    subjects.addAll(found.rightSubjects());
    return weighed(found, records.counts(subjects));
  }

  private List<ReviewCase> weigh() {
    List<CaseRows.Found> found = rows.likeliest(KEPT);
    List<SubjectId> subjects = new ArrayList<>();
    found.forEach(one -> {
      subjects.addAll(one.leftSubjects());
      subjects.addAll(one.rightSubjects());
    });
    Map<SubjectId, Integer> counts = records.counts(subjects);
    return found.stream()
        .map(one -> weighed(one, counts))
        .sorted(Comparator.comparingDouble(ReviewCase::gain).reversed())
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
