package io.cornerstore.linkage;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is made of two records by themselves, and why. Clusters may decide otherwise: records may
 * come together by way of third ones, or stay apart because the rest of a cluster speaks against.
 *
 * @param evidence the waterfall
 * @param proposedBy names of the blocking rules that propose the pair; without any it is never
 *     compared
 * @param tooCommon names of rules whose key both share with too many others to propose anything
 * @param outcome what becomes of the pair
 * @param reason why
 * @param vetoed whether something speaks so clearly against the pair that no weight outweighs it
 * @param rival a record that fits one of the two about as well and cannot be the other, if any
 * @param linkBits from how many bits on a pair may link
 * @param reviewBits from how many bits on a person should look
 */
public record PairDecision(
    Explanation evidence,
    List<String> proposedBy,
    List<String> tooCommon,
    Outcome outcome,
    Reason reason,
    boolean vetoed,
    OptionalInt rival,
    double linkBits,
    double reviewBits) {
  /** Copies the lists. */
  public PairDecision {
    proposedBy = List.copyOf(proposedBy);
    tooCommon = List.copyOf(tooCommon);
  }

  /** What becomes of a pair. */
  public enum Outcome {
    /** It links without a person. */
    LINK,
    /** A person should look. */
    REVIEW,
    /** It is not known to be the same. */
    NON_LINK
  }

  /** Why. */
  public enum Reason {
    /** No blocking rule proposes it. */
    NOT_PROPOSED,
    /** Weight and kind of evidence suffice. */
    ENOUGH,
    /** An e-mail that one record a source holds, under names alike, needs less weight. */
    ONE_EMAIL,
    /** The weight is a little low, but what the records around the two know agrees. */
    BORNE_OUT,
    /** The weight is below that of a review. */
    BELOW_REVIEW,
    /** The weight is below that of a link. */
    BELOW_LINK,
    /** The weight suffices, but nothing in it tells persons of one home apart. */
    NOT_IDENTIFYING,
    /** Something speaks so clearly against it that no weight outweighs it. */
    VETOED,
    /** A rival fits about as well. */
    CONTESTED,
    /** The weight suffices, but what the records around the two know conflicts. */
    DOUBTED
  }
}
