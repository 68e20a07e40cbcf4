package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Hashing;
import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.text.EditDistance;
import io.cornerstore.linkage.text.JaroWinkler;
import io.cornerstore.linkage.text.Nicknames;
import java.util.Arrays;

/**
 * How well two names agree, by their numbers.
 *
 * <p>Not thread-safe: one instance a thread.
 */
final class NameComparison {
  /*
   * Cheap tests first: same number, nickname, sets of letters too different for any likeness. What
   * is left costs 100 ns or so, and is remembered in a direct-mapped table.
   */
  private static final double CLOSE = 0.92;
  private static final double SIMILAR = 0.80;
  private static final int SHORT_FORM = 3;
  private static final int MEMO = 1 << 14;
  private final NameTable names;
  private final Frequencies frequencies;
  private final ByteDictionary texts;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final EditDistance editDistance = new EditDistance();
  private final long[] memoKeys = new long[MEMO];
  private final byte[] memoLevels = new byte[MEMO];

  NameComparison(NameTable names, Frequencies frequencies) {
    this.names = names;
    this.frequencies = frequencies;
    this.texts = names.dictionary();
  }

  /** Forgets what it remembers; to be called when numbers may have got another meaning. */
  void forget() {
    Arrays.fill(memoKeys, 0);
  }

  /**
   * Like {@link #level}, for given names: two that many bear are no misspellings of each other, and
   * the beginning of a name (Rob, Robin) is a short form of it.
   */
  int given(int a, int b) {
    int level = level(a, b);
    if (level == NameLevels.CLOSE && isUsual(a) && isUsual(b)) {
      return NameLevels.SIMILAR;
    }
    boolean unlike = level == NameLevels.SIMILAR || level == NameLevels.DIFFERENT;
    return unlike && isShortForm(a, b) ? NameLevels.NICKNAME : level;
  }

  private boolean isShortForm(int a, int b) {
    int lengthA = texts.length(a);
    int lengthB = texts.length(b);
    int length = Math.min(lengthA, lengthB);
    return length >= SHORT_FORM
        && Math.abs(lengthA - lengthB) >= 2
        && Arrays.equals(
            texts.pool(),
            texts.start(a),
            texts.start(a) + length,
            texts.pool(),
            texts.start(b),
            texts.start(b) + length);
  }

  private boolean isUsual(int name) {
    return frequencies.isUsual(Frequencies.Role.GIVEN, texts.hash(name));
  }

  /** A level of {@link NameLevels}; 0 when one name is unknown. */
  int level(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (a == b) {
      return texts.length(a) == 1 ? NameLevels.INITIAL : NameLevels.EXACT;
    }
    long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    int place = Hashing.of(key) >>> 18;
    if (memoKeys[place] == key) {
      return memoLevels[place];
    }
    int level = compare(Math.min(a, b), Math.max(a, b));
    memoKeys[place] = key;
    memoLevels[place] = (byte) level;
    return level;
  }

  private int compare(int a, int b) {
    if (names.firstWord(a) != names.firstWord(b)
        && Nicknames.meet(names.groups(a), names.groups(b))) {
      return NameLevels.NICKNAME;
    }
    int lengthA = texts.length(a);
    int lengthB = texts.length(b);
    int short1 = Math.min(lengthA, lengthB);
    if (short1 == 1) {
      return names.initial(a) == names.initial(b) ? NameLevels.INITIAL : NameLevels.DIFFERENT;
    }
    long lettersA = names.letters(a);
    long lettersB = names.letters(b);
    int missing =
        Math.min(Long.bitCount(lettersA & ~lettersB), Long.bitCount(lettersB & ~lettersA));
    if (missing * 2 > short1) {
      return NameLevels.DIFFERENT;
    }
    byte[] pool = texts.pool();
    int fromA = texts.start(a);
    int fromB = texts.start(b);
    double alike = jaroWinkler.similarity(pool, fromA, lengthA, pool, fromB, lengthB);
    int edits = editDistance.distance(pool, fromA, lengthA, pool, fromB, lengthB);
    if (areKnownAndOther(a, b)) {
      return alike >= SIMILAR ? NameLevels.SIMILAR : NameLevels.DIFFERENT;
    }
    if (short1 >= 4 && (edits <= 1 || (edits <= 2 && alike >= CLOSE))) {
      return NameLevels.CLOSE;
    }
    if (shareWord(pool, fromA, lengthA, fromB, lengthB)) {
      return NameLevels.PART;
    }
    if (edits <= 1 || (alike >= CLOSE && names.sound(a) == names.sound(b))) {
      return NameLevels.CLOSE;
    }
    return alike >= SIMILAR ? NameLevels.SIMILAR : NameLevels.DIFFERENT;
  }

  /* Ronald is no misspelled Donald: both are names one knows, and not forms of one name. */
  private boolean areKnownAndOther(int a, int b) {
    return names.groups(a) != 0 && names.groups(b) != 0 && names.firstWord(a) != names.firstWord(b);
  }

  /* Whether a word of three letters or more stands in both; particles such as "de" do not count. */
  private static boolean shareWord(byte[] pool, int fromA, int lengthA, int fromB, int lengthB) {
    int endA = fromA + lengthA;
    for (int start = fromA; start < endA; ) {
      int stop = start;
      while (stop < endA && pool[stop] != ' ') {
        stop++;
      }
      if (stop - start >= 3 && hasWord(pool, fromB, fromB + lengthB, start, stop)) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }

  private static boolean hasWord(byte[] pool, int from, int to, int wordFrom, int wordTo) {
    int length = wordTo - wordFrom;
    for (int at = from; at + length <= to; at++) {
      if ((at == from || pool[at - 1] == ' ')
          && (at + length == to || pool[at + length] == ' ')
          && Arrays.equals(pool, at, at + length, pool, wordFrom, wordTo)) {
        return true;
      }
    }
    return false;
  }
}
