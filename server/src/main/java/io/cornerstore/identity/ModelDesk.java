package io.cornerstore.identity;

import io.cornerstore.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The models that say who is who: tried over all records before they are used, kept with their
 * numbers, and used again when a newer one was no good. Every method needs the role of a steward,
 * of a program the purpose of running the system. Thread-safe.
 *
 * <p>A trial reads every record into memory a second time and is forgotten when the process ends.
 */
public interface ModelDesk {

  /** All models kept, newest first. */
  List<KeptModel> kept(Actor actor);

  /** The thresholds of the model in use. */
  ModelCandidate.Thresholds thresholds(Actor actor);

  /**
   * Begins a dry run in the background, in the place of the last one. Throws {@link
   * DecisionRefused} while one is running.
   */
  void tryOut(Actor actor, ModelCandidate candidate);

  /** The last trial of this process. */
  Optional<ModelTrial> trial(Actor actor);

  /**
   * Uses the model of the last trial from now on: everything is linked anew in the background.
   * Throws {@link DecisionRefused} when there is no such trial or another model was used since.
   *
   * @param version what the trial's outcome called it
   * @return its number
   */
  long use(Actor actor, String version, String reason);

  /**
   * A model that is or was in use.
   *
   * @param trainedOn identities it was trained on; 0 for one that needs no training
   */
  record KeptModel(
      long number,
      String version,
      double linkBits,
      double reviewBits,
      long trainedOn,
      Instant at,
      boolean inUse) {}
}
