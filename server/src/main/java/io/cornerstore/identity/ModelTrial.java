package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dry run of another model over all records.
 *
 * @param state how far it is
 * @param stage by name, while it runs
 * @param done of the stage
 * @param total of the stage
 * @param outcome once it is done
 */
public record ModelTrial(
    ModelCandidate candidate,
    State state,
    String stage,
    long done,
    long total,
    @Nullable Outcome outcome) {

  /** How far a trial can be. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * What the model would change. Decisions of people hold in it as they do everywhere.
   *
   * @param version hash of the candidate: equal models have equal versions
   * @param differences in what it differs from the model in use, in lines for people
   * @param before customers as they stand
   * @param after customers there would be
   * @param merged customers that would be joined to another
   * @param split customers that would fall apart
   * @param moved identities that would leave their customer
   * @param doubtBefore pairs in doubt as they stand
   * @param doubtAfter pairs that would be in doubt
   * @param samples some of the merges and splits, the largest first
   */
  public record Outcome(
      String version,
      List<String> differences,
      long before,
      long after,
      long merged,
      long split,
      long moved,
      long doubtBefore,
      long doubtAfter,
      List<Sample> samples) {

    public Outcome {
      differences = List.copyOf(differences);
      samples = List.copyOf(samples);
    }
  }

  /**
   * One customer that would come to be, or fall apart.
   *
   * @param merge whether the two sides would be joined; else they are one now
   */
  public record Sample(boolean merge, List<SubjectId> left, List<SubjectId> right) {

    public Sample {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }
}
