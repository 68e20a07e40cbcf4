package io.cornerstore.intake;

/** What can be looked up exactly without opening anything. */
public enum LookupField {
  EMAIL,
  PHONE,
  ORDER,
  POSTAL_CODE,
  LOYALTY_CARD,
  SUBJECT_KEY
}
