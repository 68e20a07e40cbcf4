package io.cornerstore.linkage.blocking;

import io.cornerstore.linkage.scoring.Attribute;
import java.util.Locale;

/**
 * The kinds of keys; two records with a key in common are worth comparing.
 *
 * <p>A rule leaves out blocks above its cap. Keys that are rare by nature have a high one. A name,
 * or a name with a place, says less the more records share it: what is true in such a block shares
 * another key as well, and compared pairs must not grow with the square of the records.
 */
public enum BlockingRule {
  /** Same part of an e-mail address before the at sign, or the same address where that is short. */
  EMAIL(160, Attribute.EMAIL),
  /** Same phone, but for what stands before its last nine digits. */
  PHONE(160, Attribute.PHONE),
  /** Same last seven digits of a phone, whatever the area. */
  PHONE_END(24, Attribute.PHONE),
  /** Same identifier. */
  STRONG(160, Attribute.STRONG),
  /** Names that sound alike, in either order. */
  NAMES(40, Attribute.GIVEN, Attribute.FAMILY, Attribute.ORDER, Attribute.SEX),
  /** Family name that sounds alike, a form of the same given name, same year of birth. */
  NAME_YEAR(
      160, Attribute.GIVEN, Attribute.FAMILY, Attribute.ORDER, Attribute.SEX, Attribute.BIRTH),
  /** Same date of birth, same initial of the family name. */
  BIRTH_FAMILY(80, Attribute.BIRTH, Attribute.FAMILY),
  /** Same date of birth, a form of the same given name. */
  BIRTH_GIVEN(80, Attribute.BIRTH, Attribute.GIVEN, Attribute.SEX),
  /** Same postal code and house number, same initial of the given name. */
  HOME(80, Attribute.ADDRESS, Attribute.GIVEN, Attribute.SEX),
  /** Family name that sounds alike, same initial of the given name, same place. */
  NAME_PLACE(
      80, Attribute.FAMILY, Attribute.GIVEN, Attribute.ORDER, Attribute.SEX, Attribute.ADDRESS),
  /** Same date of birth, same place. */
  BIRTH_PLACE(80, Attribute.BIRTH, Attribute.ADDRESS),
  /** Same street and house number, wherever. */
  STREET(80, Attribute.ADDRESS),
  /** A form of the same given name, same place. */
  GIVEN_PLACE(24, Attribute.GIVEN, Attribute.SEX, Attribute.ADDRESS),
  /** Organisations: a word in common. */
  WORD(160, Attribute.ORGANIZATION),
  /** Organisations: same postal code and house number. */
  PREMISES(160, Attribute.ADDRESS);

  /* A key holds its rule in the lowest bits, so that whoever has the key knows the cap. */
  private static final int RULE_BITS = 4;
  private static final int RULE_MASK = (1 << RULE_BITS) - 1;
  private static final int SAMPLED_NAMES = 160;
  private static final BlockingRule[] ALL = values();
  private static final int[] CAPS = new int[1 << RULE_BITS];

  static {
    for (BlockingRule rule : ALL) {
      CAPS[rule.number()] = rule.cap;
    }
  }

  private final int cap;
  private final long mask;

  BlockingRule(int cap, Attribute... attributes) {
    this.cap = cap;
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

  /** The key that a rule makes of a hash. */
  static int key(BlockingRule rule, int hash) {
    return (hash & ~RULE_MASK) | rule.number();
  }

  /** The number of the rule that made a key. */
  public static int of(int key) {
    return key & RULE_MASK;
  }

  /** Largest block of this key in which pairs are compared. */
  public static int cap(int key) {
    return CAPS[key & RULE_MASK];
  }

  /**
   * Largest block of this key of which a sample is drawn: how often namesakes meet shows in blocks
   * of frequent names.
   */
  static int sampledCap(int key) {
    return (key & RULE_MASK) == NAMES.number() ? SAMPLED_NAMES : CAPS[key & RULE_MASK];
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
