package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.OrganizationTable;
import io.cornerstore.linkage.text.EditDistance;

/**
 * How well two names of organisations, or of what they sell, agree: the cosine of their words, each
 * weighing as much as it is rare (Salton and McGill 1983, section 4).
 *
 * <p>Likeness of the whole is no evidence ("Bike World", "Bike Works"); a distinctive word in
 * common is. Not thread-safe: one instance a thread.
 */
final class OrganizationComparison {
  static final int EXACT = 1;
  static final int SAME_WORDS = 2;
  static final int DIFFERENT = 8;

  /** Least likeness of the levels between those two. */
  private static final double[] LIKENESS = {.75, .6, .45, .32, .2};

  private static final double TYPO_SHARE = 0.8;

  /* When each has words that the other has not, they may be told apart by them. */
  private static final double OWN_WORDS = 0.9;
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
    double allA = 0;
    int found = 0;
    for (int word : wordsA) {
      double weight = weight(word, frequencies);
      double share = share(word, wordsB);
      shared += weight * share;
      allA += weight;
      found += share == 0 ? 0 : 1;
    }
    if (found == wordsA.length && found == wordsB.length) {
      return SAME_WORDS;
    }
    double allB = 0;
    for (int word : wordsB) {
      allB += weight(word, frequencies);
    }
    double likeness = shared / Math.sqrt(allA * allB);
    if (found < Math.min(wordsA.length, wordsB.length)) {
      likeness *= OWN_WORDS;
    }
    int level = SAME_WORDS + 1;
    while (level < DIFFERENT && likeness < LIKENESS[level - SAME_WORDS - 1]) {
      level++;
    }
    return level;
  }

  /* Squared, as in the cosine of two weighed lists of words. */
  private double weight(int word, Frequencies frequencies) {
    double surprise = frequencies.surprise(Frequencies.Role.WORD, organizations.words().hash(word));
    return surprise * surprise;
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
        && haveSameDigits(a, b)
        && editDistance.distance(
                words.pool(), words.start(a), lengthA, words.pool(), words.start(b), lengthB)
            <= 1;
  }

  /* Another digit is another model; a letter more or less, often a colour, may be a slip. */
  private boolean haveSameDigits(int a, int b) {
    ByteDictionary words = organizations.words();
    int i = words.start(a);
    int j = words.start(b);
    int endA = i + words.length(a);
    int endB = j + words.length(b);
    while (true) {
      while (i < endA && !isDigit(words.pool()[i])) {
        i++;
      }
      while (j < endB && !isDigit(words.pool()[j])) {
        j++;
      }
      if (i == endA || j == endB) {
        return i == endA && j == endB;
      }
      if (words.pool()[i++] != words.pool()[j++]) {
        return false;
      }
    }
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
