package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.OrganizationTable;
import io.cornerstore.linkage.text.EditDistance;

/**
 * How well two names of organisations agree: by their words, each weighing as much as it is rare.
 *
 * <p>Likeness of the whole is no evidence ("Bike World", "Bike Works"); a distinctive word in
 * common is. Not thread-safe: one instance a thread.
 */
final class OrganizationComparison {
  static final int EXACT = 1;
  static final int SAME_WORDS = 2;
  static final int MOST_WORDS = 3;
  static final int RARE_WORD = 4;
  static final int DIFFERENT = 5;

  private static final double MOST = 0.6;
  private static final double TYPO_SHARE = 0.8;
  private final OrganizationTable organizations;
  private final EditDistance editDistance = new EditDistance();

  OrganizationComparison(OrganizationTable organizations) {
    this.organizations = organizations;
  }

  int level(int a, int b, Frequencies frequencies) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (a == b) {
      return EXACT;
    }
    boolean swap = organizations.dictionary().hash(a) > organizations.dictionary().hash(b);
    int[] wordsA = organizations.wordsOf(swap ? b : a);
    int[] wordsB = organizations.wordsOf(swap ? a : b);
    double shared = 0;
    double all = 0;
    double rarest = 0;
    int found = 0;
    for (int word : wordsA) {
      double weight = weight(word, frequencies);
      double share = share(word, wordsB);
      shared += weight * share;
      all += weight;
      rarest = Math.max(rarest, share == 0 ? 0 : weight);
      found += share == 0 ? 0 : 1;
    }
    for (int word : wordsB) {
      all += share(word, wordsA) == 0 ? weight(word, frequencies) : 0;
    }
    if (found == wordsA.length && found == wordsB.length) {
      return SAME_WORDS;
    }
    if (all > 0 && shared / all >= MOST) {
      return MOST_WORDS;
    }
    return rarest >= Frequencies.RARE ? RARE_WORD : DIFFERENT;
  }

  private double weight(int word, Frequencies frequencies) {
    return frequencies.surprise(Frequencies.Role.WORD, organizations.words().hash(word));
  }

  /* 1 when the word stands among the others, a little less with a typing error, else 0. */
  private double share(int word, int[] others) {
    double best = 0;
    for (int other : others) {
      if (other == word) {
        return 1;
      }
      if (best == 0 && isTypo(word, other)) {
        best = TYPO_SHARE;
      }
    }
    return best;
  }

  private boolean isTypo(int a, int b) {
    ByteDictionary words = organizations.words();
    int lengthA = words.length(a);
    int lengthB = words.length(b);
    return Math.min(lengthA, lengthB) >= 5
        && Math.abs(lengthA - lengthB) <= 1
        && editDistance.distance(
                words.pool(), words.start(a), lengthA, words.pool(), words.start(b), lengthB)
            <= 1;
  }
}
