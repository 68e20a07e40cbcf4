package io.cornerstore.identity.review;

import io.cornerstore.identity.ReviewCase;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.SubjectId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All open cases, the one whose decision repairs most first. The order may be a little old; each
 * case is looked up anew before it is shown. Thread-safe.
 *
 * <p>Only the {@value #KEPT} likeliest are weighed by their records; no steward gets further in a
 * year.
 */
final class CaseRanking {

  static final int KEPT = 2_000;

  private final CaseRows rows;
  private final SourceRecords records;
  private final Clock clock;
  private final Lately<Ranked> ranked;

  /**
   * The cases as of a moment.
   *
   * @param at before anything was read
   * @param total how many cases there are, with those that are not kept
   */
  record Ranked(Instant at, List<ReviewCase> cases, long total) {}

  CaseRanking(JdbcClient jdbc, SourceRecords records, Clock clock) {
    this.rows = new CaseRows(jdbc);
    this.records = records;
    this.clock = clock;
    this.ranked = new Lately<>(new Head(jdbc), this::rank);
  }

  Ranked now() {
    return ranked.now();
  }

  private Ranked rank() {
    Instant at = clock.instant();
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
    return new Ranked(at, cases, total);
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
