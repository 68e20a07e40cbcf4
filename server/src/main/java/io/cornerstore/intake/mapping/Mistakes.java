package io.cornerstore.intake.mapping;

import io.cornerstore.intake.MappingMistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

  /**
   * Edits between two words without regard to case, {@code _} for {@code -}; swapped neighbours
   * count one (restricted Damerau-Levenshtein distance).
   */
  static int distance(String left, String right) {
    String a = left.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String b = right.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
