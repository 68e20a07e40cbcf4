package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a text source: given, or decided by the first bytes beyond ASCII, however late
 * they come. They are UTF-8 unless most of what is at hand is not.
 */
final class TextCharset {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final byte[] REPLACEMENT = "\ufffd".getBytes(UTF_8);

  private final boolean transcoded;
  private @Nullable Charset charset;

  private TextCharset(@Nullable Charset charset, boolean transcoded) {
    this.charset = charset;
    this.transcoded = transcoded;
  }

  static TextCharset undecided() {
    return new TextCharset(null, false);
  }

  static TextCharset of(Charset charset) {
    return new TextCharset(charset, false);
  }

  /** UTF-8 that was made from another charset, malformed bytes replaced by U+FFFD. */
  static TextCharset transcoded() {
    return new TextCharset(UTF_8, true);
  }

  /** Whether bytes below 128 mean ASCII wherever they stand, so that text can be cut by bytes. */
  static boolean cutByBytes(Charset charset) {
    String name = charset.name();
    return charset.equals(UTF_8)
        || charset.equals(US_ASCII)
        || name.startsWith("ISO-8859-")
        || name.startsWith("windows-125");
  }

  /** The charset; UTF-8 as long as there was nothing but ASCII. */
  Charset get() {
    return charset == null ? UTF_8 : charset;
  }

  /** Whether text is well formed; sampled text with bytes beyond ASCII must have come before. */
  boolean accepts(byte[] text) {
    Charset known = get();
    if (known.equals(UTF_8)) {
      return Utf8.isWellFormed(text, 0, text.length) && !(transcoded && replaced(text));
    }
    if (known.equals(ISO_8859_1)) {
      return true;
    }
    try {
      known.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Decides by a sample, if that is still open and the sample has bytes beyond ASCII. */
  void sample(byte[] text, int from, int to) {
    for (int i = from; charset == null && i < to; i++) {
      if (text[i] < 0) {
        charset = decide(text, i, to);
      }
    }
  }

  private static Charset decide(byte[] text, int from, int to) {
    int good = 0;
    int bad = 0;
    for (int i = from; i < to; i++) {
      if (text[i] < 0) {
        int sequence = Utf8.sequence(text, i, to);
        good += sequence > 0 ? 1 : 0;
        bad += sequence == 0 ? 1 : 0;
        i += Math.max(0, sequence - 1);
      }
    }
    return bad > good ? WINDOWS_1252 : UTF_8;
  }

  private static boolean replaced(byte[] text) {
    for (int i = 0; i + 2 < text.length; i++) {
      if (text[i] == REPLACEMENT[0]
          && text[i + 1] == REPLACEMENT[1]
          && text[i + 2] == REPLACEMENT[2]) {
        return true;
      }
    }
    return false;
  }
}
