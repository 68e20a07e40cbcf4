package io.cornerstore.intake;

/** Whose data a feed is. The order is stored: append only. */
public enum Party {
  /** Collected by the business itself. */
  FIRST_PARTY,
  /** Bought in or handed over by others: never wins over first-party data. */
  THIRD_PARTY
}
