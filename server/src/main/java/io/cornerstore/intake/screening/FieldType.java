package io.cornerstore.intake.screening;

/** What a column is known to hold, as far as screening cares. */
public enum FieldType {
  /** Anything: names, notes, columns nobody mapped. */
  TEXT,
  /** Phone numbers: up to 15 digits (E.164). */
  PHONE,
  /** Ids that look like other numbers: orders, parcels, products, loyalty cards. */
  IDENTIFIER
}
