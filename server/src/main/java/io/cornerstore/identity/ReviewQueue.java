package io.cornerstore.identity;

import io.cornerstore.access.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The doubtful cases and what stewards said to them. Every method needs the role of a steward and
 * throws {@link io.cornerstore.access.AccessDeniedProblem} without; ids only, no personal values.
 * Thread-safe.
 *
 * <p>Of the cases that were answered every fifth is shown to another steward too, who is not told:
 * what the second one says changes nothing and measures how far stewards agree.
 */
public interface ReviewQueue {

  /**
   * What this steward may look at now, the case whose decision repairs most first. At most some
   * seconds old.
   */
  List<ReviewCase> open(Actor steward, int limit);

  /** The case of these two subjects, if this steward may answer it now. */
  Optional<ReviewCase> find(Actor steward, CaseKey key);

  /**
   * Answers a case: the customers are merged, or kept apart for good, or left for later. Throws
   * {@link DecisionRefused} when it was settled meanwhile.
   */
  Verdict answer(Actor steward, CaseKey key, Verdict.Answer answer, String reason);

  /** Takes an own verdict back, with the decision that followed from it. */
  Verdict takeBack(Actor steward, UUID verdict, String reason);

  /** The newest own verdict that was not taken back. */
  Optional<Verdict> latest(Actor steward);

  /** Own verdicts, newest first: those for later, or all others. */
  List<Verdict> given(Actor steward, boolean later, int limit);

  /** How much there is. */
  Sizes sizes(Actor steward);

  /** How far stewards agree with each other, and the engine with them. */
  Insight insight(Actor steward);

  /**
   * Counts.
   *
   * @param open cases this steward may look at
   * @param later left by this steward for later
   * @param done answered by this steward
   * @param records the records that stand in the wrong place if the engine is right: the sum of
   *     what each of the likeliest cases would repair
   */
  record Sizes(int open, int later, int done, double records) {}

  /** Both measures, over all stewards. */
  record Insight(Agreement agreement, Reliability reliability) {}
}
