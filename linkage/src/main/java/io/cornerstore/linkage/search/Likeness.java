package io.cornerstore.linkage.search;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.text.JaroWinkler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Which texts of a dictionary a word may mean, and how well: 0..1. Not thread-safe. */
final class Likeness {
  static final double NICKNAME = 0.9;
  private static final double LEAST = 0.84;
  private static final double BEST_FUZZY = 0.88;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final byte[] word;
  private final long letters;
  private final int spare;

  Likeness(String text) {
    this.word = text.getBytes(StandardCharsets.UTF_8);
    this.letters = NameTable.letterSet(word, 0, word.length);
    this.spare = 1 + word.length / 4;
  }

  /** Whether a text with these letters is worth a look. */
  boolean mayMean(long textLetters) {
    return Long.bitCount(letters & ~textLetters) <= spare;
  }

  /** How well a text, or the best of its words, agrees with the word looked for. */
  double of(ByteDictionary texts, int id) {
    byte[] pool = texts.pool();
    int from = texts.start(id);
    int end = from + texts.length(id);
    double best = 0;
    while (from < end) {
      int to = from;
      while (to < end && pool[to] != ' ') {
        to++;
      }
      best = Math.max(best, ofWord(pool, from, to));
      from = to + 1;
    }
    return best;
  }

  private double ofWord(byte[] pool, int from, int to) {
    int length = to - from;
    if (length >= word.length
        && Arrays.equals(pool, from, from + word.length, word, 0, word.length)) {
      if (length == word.length) {
        return 1;
      }
      return word.length < 2 ? 0.5 : 0.75 + 0.2 * word.length / length;
    }
    if (word.length < 3 || Math.abs(length - word.length) > 1 + word.length / 2) {
      return 0;
    }
    double alike = jaroWinkler.similarity(pool, from, length, word, 0, word.length);
    return alike < LEAST ? 0 : BEST_FUZZY * (0.7 + 0.3 * (alike - LEAST) / (1 - LEAST));
  }
}
