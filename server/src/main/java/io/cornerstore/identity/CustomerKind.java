package io.cornerstore.identity;

/** What a customer is. The order is stored: append only. */
public enum CustomerKind {
  PERSON,
  ORGANIZATION
}
