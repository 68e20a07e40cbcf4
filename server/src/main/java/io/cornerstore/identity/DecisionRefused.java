package io.cornerstore.identity;

import java.util.Locale;

/** A merge, split or undo that cannot be done. The message carries ids, never a personal value. */
public final class DecisionRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** With what was refused, which id, and what to do. */
  public DecisionRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why, for those who say it in other words. */
  public Reason reason() {
    return reason;
  }

  /** Why a decision cannot be carried out. */
  public enum Reason {
    /** There are not two customers to merge. */
    NOTHING_TO_MERGE,
    /** A person and an organization are never one. */
    DIFFERENT_KINDS,
    /** No such customer. */
    UNKNOWN_CUSTOMER,
    /** A split takes some of a customer's subjects, not none and not all. */
    NOT_A_PART,
    /** The customer has subjects that were not looked at. */
    GROWN,
    /** One subject alone is one without anybody's word. */
    NOTHING_TO_CONFIRM,
    /** No such decision. */
    UNKNOWN_DECISION,
    /** An undo, or one that was taken back before. */
    ALREADY_UNDONE,
    /** The reason is missing or too long. */
    NO_REASON,
    /** The case is not in doubt any more: somebody else was faster. */
    SETTLED,
    /** Review would begin above link. */
    BAD_THRESHOLDS,
    /** One trial of a model at a time. */
    TRIAL_RUNNING,
    /** A model is used only after its trial. */
    NOT_TRIED,
    /** What was typed is no id. */
    NO_ID;

    /** The name used in message bundles. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
