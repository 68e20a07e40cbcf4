package io.cornerstore.linkage.text;

import java.util.Arrays;

/**
 * Given and family name of a person, folded, without titles, with the suffix taken off.
 *
 * <p>A family name of several words with no given name beside it is taken for the whole name, and
 * likewise a given name: "Budi Santoso" in one field is Budi, Santoso. Not thread-safe; an instance
 * is read into again and again.
 */
public final class NameParts {
  private static final byte[][] TITLES =
      words(
          "mr mrs ms miss dr prof sir ir drs dra hj haji hajjah mx herr frau bapak ibu bpk tn ny");
  private static final byte[][] SUFFIXES = words("sr senior jr junior ii iii iv");
  private static final int[] SUFFIX_CODES = {1, 1, 2, 2, 2, 3, 4};
  private final byte[] bytes = new byte[4 * Folding.LIMIT];
  private int givenFrom;
  private int givenEnd;
  private int familyFrom;
  private int familyEnd;
  private int suffix;

  /** Reads a name. */
  public void read(String given, String family, String nameSuffix) {
    suffix = 0;
    if (!nameSuffix.isEmpty()) {
      int length = Folding.fold(nameSuffix, bytes, 0);
      suffix = suffixCode(0, length);
    }
    givenFrom = 0;
    givenEnd = Folding.fold(given, bytes, 0);
    familyFrom = Folding.LIMIT;
    familyEnd = familyFrom + Folding.fold(family, bytes, familyFrom);
    givenFrom = withoutTitle(givenFrom, givenEnd);
    familyFrom = withoutTitle(familyFrom, familyEnd);
    familyEnd = withoutSuffix(familyFrom, familyEnd);
    givenEnd = withoutSuffix(givenFrom, givenEnd);
    if (familyEnd == familyFrom) {
      splitGiven();
    } else if (givenEnd == givenFrom) {
      splitFamily();
    }
  }

  /** Where the folded bytes lie. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the given name starts. */
  public int givenFrom() {
    return givenFrom;
  }

  /** Length of the given name. */
  public int givenLength() {
    return givenEnd - givenFrom;
  }

  /** Where the family name starts. */
  public int familyFrom() {
    return familyFrom;
  }

  /** Length of the family name. */
  public int familyLength() {
    return familyEnd - familyFrom;
  }

  /** 1 senior, 2 junior or the second, 3 the third, 4 the fourth, 0 none. */
  public int suffix() {
    return suffix;
  }

  private void splitGiven() {
    int gap = lastGap(givenFrom, givenEnd);
    if (gap > 0) {
      familyFrom = gap + 1;
      familyEnd = givenEnd;
      givenEnd = gap;
    }
  }

  private void splitFamily() {
    int gap = lastGap(familyFrom, familyEnd);
    if (gap > 0) {
      givenFrom = familyFrom;
      givenEnd = gap;
      familyFrom = gap + 1;
    }
  }

  private int lastGap(int from, int end) {
    for (int i = end - 1; i > from; i--) {
      if (bytes[i] == ' ') {
        return i;
      }
    }
    return -1;
  }

  private int withoutTitle(int from, int end) {
    int start = from;
    while (true) {
      int stop = start;
      while (stop < end && bytes[stop] != ' ') {
        stop++;
      }
      if (stop >= end || indexOf(TITLES, start, stop) < 0) {
        return start;
      }
      start = stop + 1;
    }
  }

  private int withoutSuffix(int from, int end) {
    int gap = lastGap(from, end);
    if (gap < 0) {
      return end;
    }
    int code = suffixCode(gap + 1, end);
    if (code == 0) {
      return end;
    }
    suffix = suffix == 0 ? code : suffix;
    return gap;
  }

  private int suffixCode(int from, int end) {
    int at = indexOf(SUFFIXES, from, end);
    return at < 0 ? 0 : SUFFIX_CODES[at];
  }

  private int indexOf(byte[][] words, int from, int end) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].length == end - from
          && words[i][0] == bytes[from]
          && Arrays.equals(words[i], 0, words[i].length, bytes, from, end)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[][] words(String list) {
    return Arrays.stream(list.split(" "))
        .map(word -> word.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }
}
