package io.cornerstore.intake.normal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** What every text goes through: white space, invisible characters, wrongly read UTF-8. */
public final class PlainText {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private PlainText() {}

  /**
   * The text in Unicode form C without control and zero-width characters, runs of white space as
   * one space, none at the ends, and UTF-8 that somebody read as Latin-1 read again.
   */
  public static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    String repaired = repaired(text);
    StringBuilder out = new StringBuilder(repaired.length());
    boolean space = false;
    for (int i = 0; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !out.isEmpty();
      } else if (!invisible(c)) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    String clean = out.toString();
    return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
        ? clean
        : Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  /**
   * The text that was meant when its UTF-8 bytes were read as Latin-1 or windows-1252 ({@code
   * SÃ¡nchez}); any other text unchanged.
   */
  public static String repaired(String text) {
    boolean suspicious = false;
    for (int i = 0; i < text.length() - 1 && !suspicious; i++) {
      char c = text.charAt(i);
      suspicious = (c >= 'Â' && c <= 'ô') && isContinuation(text.charAt(i + 1));
    }
    if (!suspicious) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      int b = byteOf(text.charAt(i));
      if (b < 0) {
        return text;
      }
      bytes.put((byte) b);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** Upper-case or lower-case throughout becomes Capitalised; mixed case stays. */
  public static String capitalised(String name) {
    boolean upper = false;
    boolean lower = false;
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      upper |= Character.isUpperCase(c);
      lower |= Character.isLowerCase(c);
      letters += Character.isLetter(c) ? 1 : 0;
    }
    if (letters < 2 || upper == lower) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inside = Character.isLetterOrDigit(c);
      out.append(inside && start ? Character.toTitleCase(c) : Character.toLowerCase(c));
      start = !inside && !(c == '\'' && possessive(name, i));
      if (i >= 1 && out.length() >= 2 && mac(out)) {
        start = true;
      }
    }
    return out.toString();
  }

  /** Comparison form of words: lower case, without accents, dots and doubled spaces. */
  static String folded(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK && c != '.' && c != '\'') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT).strip();
  }

  private static boolean possessive(String name, int quote) {
    return quote + 2 >= name.length() || !Character.isLetter(name.charAt(quote + 2));
  }

  private static boolean mac(StringBuilder out) {
    int end = out.length();
    return out.charAt(end - 1) == 'c'
        && out.charAt(end - 2) == 'M'
        && (end == 2 || !Character.isLetterOrDigit(out.charAt(end - 3)));
  }

  private static boolean isPlain(String text) {
    int length = text.length();
    boolean space = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return length == 0 || !space;
  }

  private static boolean invisible(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || (type == Character.FORMAT && c != '\u200D')
        || c == '\uFFFD';
  }

  private static boolean isContinuation(char c) {
    int b = byteOf(c);
    return b >= 0x80 && b <= 0xBF;
  }

  private static int byteOf(char c) {
    if (c < 0x100) {
      return c;
    }
    ByteBuffer encoded = WINDOWS_1252.encode(Character.toString(c));
    int b = encoded.get(0) & 0xFF;
    return b == '?' ? -1 : b;
  }
}
