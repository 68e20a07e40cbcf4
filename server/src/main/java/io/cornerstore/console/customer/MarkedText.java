package io.cornerstore.console.customer;

import io.cornerstore.console.view.SearchPage.Part;
import io.cornerstore.kernel.EditDistance;
import io.cornerstore.kernel.Personal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Marks the words of a text that somebody looked for: those that begin so, or nearly are so. Only
 * for showing; what is found decides the search.
 */
@Personal
final class MarkedText {

  private static final int FORGIVES_ONE_FROM = 4;
  private static final int FORGIVES_TWO_FROM = 8;

  private final List<String> asked;

  MarkedText(String asked) {
    this.asked =
        Arrays.stream(asked.split("[\\s,;]+"))
            .map(MarkedText::folded)
            .filter(word -> word.length() > 1)
            .toList();
  }

  /** The text in stretches; together they are the text. */
  List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int plain = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at > start && isAsked(folded(text.substring(start, at)))) {
        add(parts, text.substring(plain, start), false);
        add(parts, text.substring(start, at), true);
        plain = at;
      }
      at = at == start ? at + 1 : at;
    }
    add(parts, text.substring(plain), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean marked) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, marked));
    }
  }

  private boolean isAsked(String word) {
    return asked.stream().anyMatch(one -> word.startsWith(one) || isNearly(one, word));
  }

  private static boolean isNearly(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int forgiven = length >= FORGIVES_TWO_FROM ? 2 : length >= FORGIVES_ONE_FROM ? 1 : 0;
    return Math.abs(one.length() - other.length()) <= forgiven
        && EditDistance.withSwaps(one, other) <= forgiven;
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "MarkedText[•••]";
  }
}
