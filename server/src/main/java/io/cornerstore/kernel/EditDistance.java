package io.cornerstore.kernel;

import java.util.Arrays;

/** How many edits turn one word into another, character by character. */
public final class EditDistance {

  private EditDistance() {}

  /** Insertions, removals and replacements (Levenshtein 1966). */
  public static int of(String one, String other) {
    return distance(one, other, false);
  }

  /** The same, where two neighbours swapped count as one edit (optimal string alignment). */
  public static int withSwaps(String one, String other) {
    return distance(one, other, true);
  }

  private static int distance(String a, String b, boolean swaps) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int[] rubbish = before;
      before = above;
      above = row;
      row = rubbish;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + change);
        if (swaps && swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
