package io.cornerstore.linkage;

/** What a record describes; records of different kinds never link. */
public enum Kind {
  /** A natural person. */
  PERSON,
  /** A company, shop, school or other body with a name of its own. */
  ORGANIZATION
}
