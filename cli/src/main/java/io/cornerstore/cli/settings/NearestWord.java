package io.cornerstore.cli.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word somebody probably meant. */
final class NearestWord {

  private NearestWord() {}

  /** {@code " Maybe 'port'?"} for the known word nearest to a wrong one, else empty. */
  static String maybe(String wrong, Collection<String> known) {
    String folded = folded(wrong);
    return known.stream()
        .filter(word ->
            distance(folded, folded(word)) <= Math.clamp(word.length() / 3, 1, 4)
                || sameEnd(folded, folded(word)))
        .min(
            Comparator.<String>comparingInt(word -> distance(folded, folded(word)))
                .thenComparing(Comparator.naturalOrder()))
        .map(word -> " Maybe '" + word + "'?")
        .orElse("");
  }

  /** The right name at the wrong place, as {@code port} for {@code server.port}. */
  private static boolean sameEnd(String wrong, String word) {
    return last(wrong).equals(last(word)) && last(wrong).length() > 3;
  }

  private static String last(String word) {
    return word.substring(word.lastIndexOf('.') + 1);
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Insertions, removals and replacements from one word to the other (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
