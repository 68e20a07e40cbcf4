package io.cornerstore.intake.mapping;

import io.cornerstore.intake.MappingMistake;
import io.cornerstore.kernel.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mistakes of one mapping, collected. */
public final class Mistakes {

  private final String mapping;
  private final List<MappingMistake> found = new ArrayList<>();

  /** Of the mapping of that name. */
  public Mistakes(String mapping) {
    this.mapping = mapping;
  }

  /** Adds one. */
  public void add(Mark mark, String message) {
    found.add(new MappingMistake(mapping, mark.line(), mark.column(), message));
  }

  /** Whether there is none so far. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them, in the order of the text. */
  public List<MappingMistake> list() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(MappingMistake::line).thenComparingInt(MappingMistake::column))
        .toList();
  }

  /** {@code " Maybe 'channel'?"} for the known word nearest to a wrong one, else empty. */
  public static String maybe(String wrong, Collection<String> known) {
    Optional<String> nearest =
        known.stream()
            .filter(word -> distance(wrong, word) <= Math.max(1, Math.min(word.length() / 3, 3)))
            .min(Comparator.comparingInt(word -> distance(wrong, word)));
    return nearest.map(word -> " Maybe '" + word + "'?").orElse("");
  }

  /** Without regard to case, {@code _} for {@code -}. */
  private static int distance(String left, String right) {
    return EditDistance.withSwaps(folded(left), folded(right));
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
