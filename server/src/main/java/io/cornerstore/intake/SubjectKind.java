package io.cornerstore.intake;

/** What a source subject is. The order is stored: append only. */
public enum SubjectKind {
  PERSON,
  ORGANIZATION,
  /** Nobody named: a till receipt without a card. Never becomes a customer by itself. */
  ANONYMOUS
}
