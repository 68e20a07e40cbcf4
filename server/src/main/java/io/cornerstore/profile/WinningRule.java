package io.cornerstore.profile;

import java.util.Locale;

/**
 * The rule of survivorship that decided a field: the first by which the winner beat the next best
 * record. The order is stored: append only.
 */
public enum WinningRule {
  /** Nothing else was known. */
  ONLY_RECORD("the only record that has it"),
  /** Several records have it, with the same value. */
  UNANIMOUS("all records that have it agree"),
  /** The business's own record beat a bought-in one. */
  OWN_DATA("own data beat bought-in data"),
  /** Of an address or a name, the record that has the whole of it. */
  COMPLETENESS("more complete than the next best"),
  /** Better basis: declared, verified, observed, inferred. */
  BASIS("known in a better way than the next best"),
  /** Later as the source says. */
  NEWER("newer than the next best"),
  /** The source is trusted more. */
  TRUST("from the more trusted source"),
  /** Nothing told them apart: the later entry of the log. */
  LATEST_ENTRY("otherwise equal: the later entry"),
  /** The same record gives several, and this one first. */
  FIRST_GIVEN("the first that the record gives"),
  /** Every known value is malformed; this is the best of them. Never part of a stored record. */
  DOUBTFUL("malformed, but nothing better is known"),
  /** More identities have it, and what would have won looks like it mistyped. */
  AGREEMENT("more identities agree on it, the other one looks mistyped"),
  /** It was said at the counter, and what would have won looks like it mistyped. */
  STATED("said at the counter, the other one looks mistyped");

  private final String explanation;

  WinningRule(String explanation) {
    this.explanation = explanation;
  }

  /** Why, in a few words for a reader. */
  public String explanation() {
    return explanation;
  }

  /** The name used in the API and in message bundles. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
