package io.cornerstore.intake;

/** What normalisation found out about a value. The order is stored: append only. */
public enum Quality {
  /** Well-formed by the rules of its field. */
  VALID,
  /** Kept as it came: there are no rules for it, or none applied. */
  UNCHECKED,
  /** Not well-formed: an impossible e-mail, a number that no plan knows. Kept, never preferred. */
  DOUBTFUL
}
