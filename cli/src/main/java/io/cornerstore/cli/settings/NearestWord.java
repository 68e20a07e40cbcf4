package io.cornerstore.cli.settings;

import io.cornerstore.kernel.EditDistance;
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
            EditDistance.of(folded, folded(word)) <= Math.clamp(word.length() / 3, 1, 4)
                || sameEnd(folded, folded(word)))
        .min(
            Comparator.<String>comparingInt(word -> EditDistance.of(folded, folded(word)))
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
}
