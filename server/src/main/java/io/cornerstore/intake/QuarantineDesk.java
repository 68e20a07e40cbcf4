package io.cornerstore.intake;

import io.cornerstore.access.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles rows in quarantine. Every act names its actor, who may act for the purpose {@code
 * operation}, and is recorded with it. A row is settled once, however many try at the same time:
 * its entry in the log, its receipt and its settlement are one transaction.
 *
 * <p>All methods throw {@link io.cornerstore.access.AccessDeniedProblem} when the actor may not.
 */
public interface QuarantineDesk {

  /**
   * One row with its content; empty when there is none or its content is no longer kept. Values of
   * columns that may be personal come masked by their shape unless the actor's purpose opens them.
   */
  Optional<QuarantinedContent> show(Actor actor, long id);

  /** What {@link #replay} would do now; changes nothing. */
  ReplayReport preview(Actor actor, Selection selection, Correction correction);

  /**
   * Reads the rows again, with the correction, and appends those that can be read now. Rows that
   * still cannot stay, with their reason of now.
   *
   * @throws MappingRefused when the given mapping has mistakes
   * @throws IntakeException when there is no mapping to read them by
   */
  ReplayReport replay(Actor actor, Selection selection, Correction correction);

  /** Settles the rows without taking them; their content is removed. Returns how many. */
  long discard(Actor actor, Selection selection, String reason);

  /** Which waiting rows. */
  sealed interface Selection {

    /** These. */
    record Rows(List<Long> ids) implements Selection {
      public Rows {
        ids = List.copyOf(ids);
      }
    }

    /** All of a feed that wait for one reason; any reason when it is null. */
    record Group(int feed, @Nullable String reason) implements Selection {}
  }

  /**
   * What is different from when the rows came.
   *
   * @param mapping the text of a new mapping; null: the one their feed was last read by
   * @param mappingFile where it stands: looked-up files are relative to its folder
   * @param values new values by column, for a single row
   * @param text the whole row anew, for a single one that was malformed
   */
  record Correction(
      @Nullable String mapping,
      @Nullable Path mappingFile,
      Map<String, String> values,
      @Nullable String text) {

    /** Nothing but what has changed since. */
    public static final Correction NONE = new Correction(null, null, Map.of(), null);

    public Correction {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "Correction[•••]";
    }
  }

  /**
   * What a replay did or would do.
   *
   * @param rows looked at
   * @param taken new entries of the log
   * @param known in the log already: settled, counted once
   * @param refused rows that stay, by reason
   */
  record ReplayReport(
      long rows, long taken, long known, Map<String, Long> refused, boolean dryRun) {

    public ReplayReport {
      refused = Map.copyOf(refused);
    }

    /** Rows that stay in quarantine. */
    public long stay() {
      return refused.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
