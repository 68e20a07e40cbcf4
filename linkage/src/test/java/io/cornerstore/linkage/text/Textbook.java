package io.cornerstore.linkage.text;

/** Textbook versions of the measures: slow, plain, written apart from the fast ones. */
public final class Textbook {
  private Textbook() {}

  /** Optimal string alignment distance by the full table. */
  public static int editDistance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  /** Jaro–Winkler with flags, the shorter string (or the lesser of two equally long) first. */
  public static double jaroWinkler(String x, String y) {
    boolean swap = x.length() > y.length() || (x.length() == y.length() && x.compareTo(y) > 0);
    String a = swap ? y : x;
    String b = swap ? x : y;
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] usedA = new boolean[a.length()];
    boolean[] usedB = new boolean[b.length()];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - reach); j <= Math.min(b.length() - 1, i + reach); j++) {
        if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
          usedA[i] = true;
          usedB[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    int moved = 0;
    int k = 0;
    for (int i = 0; i < a.length(); i++) {
      if (usedA[i]) {
        while (!usedB[k]) {
          k++;
        }
        if (a.charAt(i) != b.charAt(k)) {
          moved++;
        }
        k++;
      }
    }
    double c = common;
    double jaro = (c / a.length() + c / b.length() + (c - (moved >> 1)) / c) / 3;
    int prefix = 0;
    while (prefix < 4
        && prefix < a.length()
        && prefix < b.length()
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }
}
