package io.cornerstore.linkage.scoring;

import java.util.List;

/**
 * What is compared, and how well it may agree.
 *
 * <p>Level 0 always means that there is nothing to compare; level 1 is the best. A pattern holds
 * the level of each attribute in four bits, the first attribute lowest.
 */
@SuppressWarnings({
  "EnumOrdinal",
  "ImmutableEnumChecker"
}) // the order is the format; List.of is immutable
public enum Attribute {
  /** Given name. */
  GIVEN("given-name", NameLevels.NAMES),
  /** Family name. */
  FAMILY("family-name", NameLevels.NAMES),
  /** Middle name. */
  ADDITIONAL("additional-name", NameLevels.NAMES),
  /** Whether given and family name stand in the same order. */
  ORDER("name-order", List.of("-", "same", "crossed")),
  /** Junior, senior, the third. */
  SUFFIX("name-suffix", List.of("-", "same", "different")),
  /** Date of birth. */
  BIRTH(
      "birth-date",
      List.of(
          "-",
          "exact",
          "typing-error",
          "known-parts",
          "two-parts",
          "year",
          "different",
          "generation")),
  /** Sex. */
  SEX("sex", List.of("-", "same", "different")),
  /** E-mail, the best of all combinations. */
  EMAIL("email", List.of("-", "exact", "typing-error", "same-local-part", "similar", "different")),
  /** Phone, the best of all combinations. */
  PHONE("phone", List.of("-", "exact", "same-end", "typing-error", "different")),
  /** Postal address, the best of all combinations. */
  ADDRESS(
      "address",
      List.of("-", "exact", "building", "street", "postal-code", "locality", "different")),
  /** Identifiers of the same kind. */
  STRONG("strong-id", List.of("-", "equal", "different")),
  /** Whether both records come from one source system. */
  SOURCE("source", List.of("-", "same", "different")),
  /** Name of the organisation. */
  ORGANIZATION(
      "organization",
      List.of(
          "-",
          "exact",
          "same-words",
          "nearly-all-words",
          "most-words",
          "many-words",
          "some-words",
          "few-words",
          "different")),
  /** Whether an e-mail is all there is, held once in each source. */
  SOLE("sole-holder", List.of("-", "once-per-source")),
  /** Values of further columns, one by one. */
  OTHERS(
      "other-columns",
      List.of("-", "all-same", "one-same", "alike", "most-same", "some-same", "different"));

  /** Levels of an attribute take so many bits of a pattern. */
  public static final int BITS = 4;

  /** Places for levels of one attribute in a table. */
  public static final int LEVELS = 1 << BITS;

  private static final List<Attribute> ALL = List.of(values());
  private final String label;
  private final List<String> levels;

  Attribute(String label, List<String> levels) {
    this.label = label;
    this.levels = levels;
  }

  /** All attributes, in the order of the pattern. */
  public static List<Attribute> all() {
    return ALL;
  }

  /** The name shown, such as {@code family-name}. */
  public String label() {
    return label;
  }

  /** Names of the levels; the first stands for nothing to compare. */
  public List<String> levels() {
    return levels;
  }

  /** This attribute's level in a pattern. */
  public int in(long pattern) {
    return (int) (pattern >>> shift()) & LEVELS - 1;
  }

  /** A pattern with only this attribute at a level. */
  public long at(int level) {
    return (long) level << shift();
  }

  /** A pattern with all bits of this attribute. */
  public long mask() {
    return (long) (LEVELS - 1) << shift();
  }

  /** Place of a level in a table of weights. */
  public int place(int level) {
    return ordinal() * LEVELS + level;
  }

  private int shift() {
    return ordinal() * BITS;
  }
}
