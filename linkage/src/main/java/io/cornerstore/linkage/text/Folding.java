package io.cornerstore.linkage.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Folds spelling: lower case, no accents, one space between words, no apostrophes.
 *
 * <p>Text that was UTF-8 read as Windows-1252 ("JosÃ©") is repaired first. Letters of other scripts
 * are kept, as UTF-8.
 */
public final class Folding {
  /** Longest folded value in bytes; what is longer is cut. */
  public static final int LIMIT = 120;

  private static final int INPUT_LIMIT = 400;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      ASCII[c] =
          (byte) (word ? c : c >= 'A' && c <= 'Z' ? c + 32 : c == '\'' || c == '`' ? 0 : ' ');
    }
  }

  private Folding() {}

  /**
   * Folds a text into bytes.
   *
   * @param out receives the bytes, at least {@link #LIMIT} of them from {@code at} on
   * @return number of bytes written
   */
  public static int fold(String text, byte[] out, int at) {
    int length = Math.min(text.length(), INPUT_LIMIT);
    int end = at;
    int last = at + LIMIT;
    boolean gap = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return foldUnicode(text, out, at);
      }
      byte folded = ASCII[c];
      if (folded == ' ') {
        gap = end > at;
      } else if (folded != 0) {
        if (end + 2 > last) {
          break;
        }
        if (gap) {
          out[end++] = ' ';
          gap = false;
        }
        out[end++] = folded;
      }
    }
    return end - at;
  }

  /** Folds a text. */
  public static String fold(String text) {
    byte[] out = new byte[LIMIT];
    return new String(out, 0, fold(text, out, 0), StandardCharsets.UTF_8);
  }

  private static int foldUnicode(String text, byte[] out, int at) {
    String cut = text.length() > INPUT_LIMIT ? text.substring(0, INPUT_LIMIT) : text;
    String plain = Normalizer.normalize(repair(cut), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length() + 8);
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      append(folded, c);
    }
    byte[] bytes = folded.toString().strip().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LIMIT);
    System.arraycopy(bytes, 0, out, at, length);
    return length;
  }

  private static void append(StringBuilder folded, int c) {
    if (c < 128) {
      byte ascii = ASCII[c];
      if (ascii == ' ') {
        space(folded);
      } else if (ascii != 0) {
        folded.append((char) ascii);
      }
      return;
    }
    String special = special(c);
    if (special != null) {
      folded.append(special);
    } else if (Character.isLetterOrDigit(c)) {
      folded.appendCodePoint(Character.toLowerCase(c));
    } else if (Character.getType(c) != Character.NON_SPACING_MARK
        && c != 0x2019
        && c != 0x2018
        && c != 0x2bc
        && c != 0xfffd) {
      space(folded);
    }
  }

  private static void space(StringBuilder folded) {
    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  /* Letters that are no base letter with a mark. */
  private static @Nullable String special(int c) {
    return switch (c) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'þ', 'Þ' -> "th";
      case 'ı' -> "i";
      default -> null;
    };
  }

  /** Undoes UTF-8 read as Windows-1252; any other text is returned as it is. */
  public static String repair(String text) {
    if (text.indexOf('Ã') < 0 && text.indexOf('Â') < 0 && text.indexOf('Å') < 0) {
      return text;
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c < 256) {
        bytes[i] = (byte) c;
      } else {
        byte[] one = String.valueOf(c).getBytes(WINDOWS_1252);
        if (one.length != 1 || one[0] == '?') {
          return text;
        }
        bytes[i] = one[0];
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException _) {
      return text;
    }
  }
}
