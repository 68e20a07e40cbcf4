package io.cornerstore.intake;

import io.cornerstore.access.Actor;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The imports there were, each of one file, and their undo. Undoing takes the rows of one import
 * back as if they had never come: entries are withdrawn, receipts and index entries removed, items,
 * products and stores go back to what the other imports say. What others brought in between stays.
 * Whoever follows the log is told by it, so customers follow within the same second.
 */
public interface ImportRuns {

  /** The newest runs, of one feed or of all. */
  List<Run> newest(@Nullable Integer feed, int limit);

  /** The run of that number. */
  Optional<Run> find(long run);

  /** What the undo of a run would take back; changes nothing. */
  Scope scope(long run);

  /**
   * Takes a run back, in one transaction with its audit row. The same file can be imported again
   * afterwards.
   *
   * @throws io.cornerstore.access.AccessDeniedProblem unless the actor may act for the purpose
   *     {@code operation}
   * @throws IntakeException when there is no such run, or it cannot be undone
   */
  Undone undo(Actor actor, long run, String reason);

  /**
   * One run over one file.
   *
   * @param kind {@code import}, {@code replay} or {@code remap}
   * @param feedName source and feed, in words
   * @param mapping the first digits of its hash
   * @param ended absent while it runs, or when it was cut off
   * @param error why it could not go on
   */
  record Run(
      long id,
      String kind,
      int feed,
      String feedName,
      String file,
      String mapping,
      Instant started,
      @Nullable Instant ended,
      boolean complete,
      long rows,
      long accepted,
      long duplicates,
      long quarantined,
      @Nullable String error,
      @Nullable Undo undo) {}

  /** By whom, when and why a run was taken back. */
  record Undo(Instant at, String by, String reason) {}

  /**
   * What a run brought that still stands.
   *
   * @param records entries of the log, those replayed from its quarantined rows included
   * @param vanishing subjects of whom nothing else is known
   * @param changing subjects of whom something else is known
   * @param catalogue products and stores it spoke of
   * @param quarantined its rows in quarantine
   * @param later imports of the same feed that found rows of it known: their files should be
   *     imported again afterwards
   */
  record Scope(
      Run run,
      long records,
      Set<SubjectId> vanishing,
      Set<SubjectId> changing,
      long catalogue,
      long quarantined,
      long later) {

    public Scope {
      vanishing = Set.copyOf(vanishing);
      changing = Set.copyOf(changing);
    }
  }

  /** What was taken back. */
  record Undone(
      long run, long records, long subjects, long catalogue, long quarantined, long later) {}
}
