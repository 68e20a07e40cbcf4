package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.scoring.Attribute;
import java.util.Locale;

/** The kinds of keys; two records with a key in common are worth comparing. */
public enum BlockingRule {
  /** Same part of an e-mail address before the at sign, or the same address where that is short. */
  EMAIL(Attribute.EMAIL),
  /** Same last digits of a phone. */
  PHONE(Attribute.PHONE),
  /** Same identifier. */
  STRONG(Attribute.STRONG),
  /** Names that sound alike, in either order. */
  NAMES(Attribute.GIVEN, Attribute.FAMILY, Attribute.ORDER, Attribute.SEX),
  /** Family name that sounds alike, a form of the same given name, same year of birth. */
  NAME_YEAR(Attribute.GIVEN, Attribute.FAMILY, Attribute.ORDER, Attribute.SEX, Attribute.BIRTH),
  /** Same date of birth, same initial of the family name. */
  BIRTH_FAMILY(Attribute.BIRTH, Attribute.FAMILY),
  /** Same date of birth, a form of the same given name. */
  BIRTH_GIVEN(Attribute.BIRTH, Attribute.GIVEN, Attribute.SEX),
  /** Same postal code and house number, same initial of the given name. */
  HOME(Attribute.ADDRESS, Attribute.GIVEN, Attribute.SEX),
  /** Family name that sounds alike, same initial of the given name, same place. */
  NAME_PLACE(Attribute.FAMILY, Attribute.GIVEN, Attribute.ORDER, Attribute.SEX, Attribute.ADDRESS),
  /** Same date of birth, same place. */
  BIRTH_PLACE(Attribute.BIRTH, Attribute.ADDRESS),
  /** Same street and house number, wherever. */
  STREET(Attribute.ADDRESS),
  /** A form of the same given name, same place. */
  GIVEN_PLACE(Attribute.GIVEN, Attribute.SEX, Attribute.ADDRESS),
  /** Organisations: a word in common. */
  WORD(Attribute.ORGANIZATION),
  /** Organisations: same postal code and house number. */
  PREMISES(Attribute.ADDRESS);

  private static final BlockingRule[] ALL = values();
  private final long mask;

  BlockingRule(Attribute... attributes) {
    long all = 0;
    for (Attribute attribute : attributes) {
      all |= attribute.mask();
    }
    this.mask = all;
  }

  /** Number of rules. */
  public static int count() {
    return ALL.length;
  }

  /** The rule with a number. */
  public static BlockingRule numbered(int number) {
    return ALL[number];
  }

  /** The number of the rule, from 0 on. */
  @SuppressWarnings(
      "EnumOrdinal") // keys are hashed anew at each start; nothing stored depends on it
  public int number() {
    return ordinal();
  }

  /** The name shown, such as {@code name-year}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The bits of a pattern that a key of this kind settles beforehand. */
  public long mask() {
    return mask;
  }
}
