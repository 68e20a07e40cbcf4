package io.cornerstore.linkage.text;

/**
 * A code of how a name sounds, coarse on purpose: names that sound alike in English, the larger
 * European languages or Indonesian (old and new spelling) mostly get the same code.
 */
public final class Phonetic {
  /*
   * Consonants fall into nine classes, vowels vanish except at the start, doubled classes count
   * once; the first six classes are packed four bits each. In the spirit of Soundex (R. C. Russell,
   * 1918) and Kölner Phonetik (H. J. Postel, 1969), with the digraphs of several languages.
   */
  private static final int CODES = 6;

  private Phonetic() {}

  /** The code of the first {@code length} bytes from {@code from}; 0 for an empty text. */
  public static int code(byte[] text, int from, int length) {
    int code = 0;
    int used = 0;
    int previous = 0;
    int end = from + length;
    for (int i = from; i < end && used < CODES; i++) {
      int c = text[i];
      int next = i + 1 < end ? text[i + 1] : 0;
      if (c == next) {
        continue;
      }
      int sound = sound(c, next, i == from);
      if (isDigraph(c, next)) {
        i++;
      }
      if (sound == 0) {
        previous = isVowel(c) ? 0 : previous;
      } else if (sound != previous) {
        code = code << 4 | sound;
        used++;
        previous = sound;
      }
    }
    return code;
  }

  private static int sound(int c, int next, boolean first) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u' -> first ? 1 : 0;
      case 'y' -> first ? 8 : 0;
      case 'h', 'w' -> first ? (c == 'w' ? 3 : 9) : 0;
      case 'b' -> 2;
      case 'p' -> next == 'h' ? 3 : 2;
      case 'f', 'v' -> 3;
      case 'c' ->
          next == 'e' || next == 'i' || next == 'y' || next == 'z' ? 5 : next == 'h' ? 5 : 4;
      case 'g' -> next == 'h' ? 0 : next == 'e' || next == 'i' ? 8 : 4;
      case 'k', 'q' -> first && next == 'n' ? 7 : 4;
      case 'x' -> first ? 5 : 4;
      case 's', 'z' -> 5;
      case 'd', 't' -> next == 'j' ? 8 : 6;
      case 'l' -> 10;
      case 'm', 'n' -> 7;
      case 'r' -> 11;
      case 'j' -> 8;
      default -> c < 0 ? 12 + (c & 3) : 0;
    };
  }

  private static boolean isDigraph(int c, int next) {
    return switch (c) {
      case 'p', 'g', 'c', 't', 's' -> next == 'h' || next == 'z' || (c == 't' && next == 'j');
      case 'd' -> next == 'j';
      case 'k' -> next == 'n';
      default -> false;
    };
  }

  private static boolean isVowel(int c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
  }
}
