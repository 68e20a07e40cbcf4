package io.cornerstore.linkage;

/**
 * An identifier that should belong to one person or organisation, such as the number of a loyalty
 * card.
 *
 * @param kind name space of the value, such as {@code loyalty-card}
 * @param value the identifier; compared without regard to case and separators
 */
public record StrongId(String kind, String value) {

  /** Shows the kind only. */
  @Override
  public String toString() {
    return "StrongId[" + kind + ", •••]";
  }
}
