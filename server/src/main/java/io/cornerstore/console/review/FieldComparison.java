package io.cornerstore.console.review;

import io.cornerstore.kernel.EditDistance;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How the values of a field on two sides look to a reader: the same but for case and punctuation,
 * alike (a few letters apart, or one within the other), different, or missing on one side. Of
 * several values the best two count. For marking differences only: the engine judges by its own
 * comparisons, which the waterfall shows.
 */
enum FieldComparison {
  SAME("same", "="),
  ALIKE("alike", "≈"),
  DIFFERENT("different", "≠"),
  MISSING("missing", "–");

  /* Shorter values, such as codes of countries, are equal or they are not. */
  private static final int SHORTEST_ALIKE = 4;
  private static final int LETTERS_PER_MISTAKE = 4;

  private final String code;
  private final String symbol;

  FieldComparison(String code, String symbol) {
    this.code = code;
    this.symbol = symbol;
  }

  /** Class in the style sheet and name in the message bundles. */
  String code() {
    return code;
  }

  /** A sign that needs no colour. */
  String symbol() {
    return symbol;
  }

  static FieldComparison of(Collection<String> left, Collection<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return MISSING;
    }
    List<String> first = left.stream().map(FieldComparison::folded).toList();
    List<String> second = right.stream().map(FieldComparison::folded).toList();
    if (first.stream().anyMatch(second::contains)) {
      return SAME;
    }
    boolean alike = first.stream().anyMatch(one -> second.stream().anyMatch(two -> near(one, two)));
    return alike ? ALIKE : DIFFERENT;
  }

  private static String folded(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static boolean near(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    if (shorter.length() < SHORTEST_ALIKE) {
      return false;
    }
    return longer.contains(shorter)
        || EditDistance.of(shorter, longer) <= shorter.length() / LETTERS_PER_MISTAKE;
  }
}
