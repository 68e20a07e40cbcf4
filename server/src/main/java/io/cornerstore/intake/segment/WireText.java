package io.cornerstore.intake.segment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts and ids as clients write them: numbers where a text belongs, words that mean nobody. */
final class WireText {

  /** Longest id, in characters. */
  static final int LONGEST_ID = 512;

  private static final int MOST_DIGITS = 40;

  /**
   * What programs write when they have no id; one subject of all of them would be a false merge.
   */
  private static final Set<String> NOBODY =
      Set.of(
          "-1",
          "null",
          "nil",
          "none",
          "nan",
          "undefined",
          "unknown",
          "anonymous",
          "guest",
          "[object object]");

  private WireText() {}

  /** The text of a value that is one, or a number; null for all else and for blanks. */
  static @Nullable String id(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    String text = node.isNumber() ? number(node) : node.isString() ? node.stringValue() : null;
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** As {@link #id}, with truth values too and without stripping. */
  static @Nullable String scalar(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    return node.isBoolean() ? String.valueOf(node.booleanValue()) : id(node);
  }

  /** Whether this id means nobody in particular, or would be taken for one of our own. */
  static boolean meansNobody(String id) {
    return id.chars().allMatch(c -> c == '0' || c == '-')
        || id.startsWith(Subjects.ANONYMOUS)
        || (id.length() <= 15 && NOBODY.contains(id.toLowerCase(Locale.ROOT)));
  }

  /** Whole numbers lose their point: some languages have no others ({@code 42.0}). */
  private static @Nullable String number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue().toString();
    }
    BigDecimal number = node.decimalValue();
    return number.precision() + Math.abs((long) number.scale()) > MOST_DIGITS
        ? null
        : number.stripTrailingZeros().toPlainString();
  }
}
