package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.text.JaroWinkler;
import java.util.Arrays;

/**
 * How well the values of further columns agree, of which nothing is known but that they are texts.
 *
 * <p>Not thread-safe: one instance a thread.
 */
final class OtherComparison {
  static final int ALL_SAME = 1;
  static final int ONE_SAME = 2;
  static final int ALIKE = 3;
  static final int MOST_SAME = 4;
  static final int SOME_SAME = 5;
  static final int DIFFERENT = 6;

  private static final double LIKENESS = 0.9;
  private final ByteDictionary texts;
  private final JaroWinkler jaroWinkler = new JaroWinkler();

  OtherComparison(ByteDictionary texts) {
    this.texts = texts;
  }

  /** The level of two numbers of the dictionary; 0 when no column is known in both. */
  int level(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    byte[] pool = texts.pool();
    int atA = texts.start(a);
    int atB = texts.start(b);
    int endA = atA + texts.length(a);
    int endB = atB + texts.length(b);
    int compared = 0;
    int same = 0;
    int alike = 0;
    while (atA < endA && atB < endB) {
      int lengthA = length(pool, atA, endA);
      int lengthB = length(pool, atB, endB);
      if (lengthA > 0 && lengthB > 0) {
        compared++;
        if (Arrays.equals(pool, atA, atA + lengthA, pool, atB, atB + lengthB)) {
          same++;
        } else if (jaroWinkler.isAtLeast(LIKENESS, pool, atA, lengthA, atB, lengthB)) {
          alike++;
        }
      }
      atA += lengthA + 1;
      atB += lengthB + 1;
    }
    return level(compared, same, alike);
  }

  private static int level(int compared, int same, int alike) {
    if (compared == 0) {
      return 0;
    }
    if (same == compared) {
      return compared == 1 ? ONE_SAME : ALL_SAME;
    }
    if (same + alike == compared) {
      return ALIKE;
    }
    return 2 * same > compared ? MOST_SAME : same + alike > 0 ? SOME_SAME : DIFFERENT;
  }

  private static int length(byte[] pool, int from, int end) {
    int at = from;
    while (at < end && pool[at] != 0) {
      at++;
    }
    return at - from;
  }
}
