package io.cornerstore.intake;

import io.cornerstore.kernel.SubjectId;

/**
 * On which days each subject bought something, from what stands beside the sealed content: for
 * figures over all customers, which open nothing.
 */
public interface PurchaseDays {

  /** Hands over every subject that bought something, in no particular order, from one snapshot. */
  void each(Visitor visitor);

  /** Takes one subject at a time. */
  @FunctionalInterface
  interface Visitor {

    /**
     * One subject's days.
     *
     * @param days different days in UTC as days since 1970, ascending; at least one
     */
    void visit(SubjectId subject, int[] days);
  }
}
