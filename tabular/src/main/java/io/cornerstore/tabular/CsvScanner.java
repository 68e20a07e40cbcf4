package io.cornerstore.tabular;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the records of a CSV and the places of their fields. */
final class CsvScanner {
  /*
   * Works on bytes: delimiter, quote and line ends are ASCII, and in UTF-8 and the single-byte
   * charsets no other character contains those bytes, so nothing is decoded until it is asked for.
   * Every byte is looked at once; a record is scanned in place in the window and only its bounds
   * are noted.
   *
   * The grammar is RFC 4180 with CR, LF and CRLF as line ends and records without any byte passed
   * over. A quote inside a field that does not begin with one is an ordinary character: there is no
   * other way to read it. Everything else that breaks the grammar makes the record malformed.
   *
   * Where reading goes on after a malformed record decides how much a stray quote can swallow. The
   * record ends at the first line end behind the beginning of the offending field: what that field
   * had run over is read again as records of its own. A field that legally spans lines before the
   * offending one stays part of the malformed record, so the middle of a text is not taken for a
   * row.
   */

  private static final int DELIMITER = 0;
  private static final int RECORD_END = 1;
  private static final int BROKEN = 2;

  private final ByteWindow window;
  private final byte delimiter;
  private final TabularLimits limits;

  private int[] spans = new int[64];
  private int count;
  private int length;
  private int signs;
  private long line;
  private long nextLine = 1;
  private @Nullable String problem;
  private byte[] raw = {};

  CsvScanner(ByteWindow window, char delimiter, TabularLimits limits) {
    this.window = window;
    this.delimiter = (byte) delimiter;
    this.limits = limits;
  }

  /**
   * Moves to the next record; false at the end. Afterwards either {@link #problem} is set, or the
   * fields can be asked for, until the next call.
   */
  boolean next() throws IOException {
    if (!skipBlankLines()) {
      return false;
    }
    window.start = window.pos;
    line = nextLine;
    count = 0;
    signs = 0;
    problem = null;
    int ending = DELIMITER;
    while (ending == DELIMITER) {
      if (count == limits.columns()) {
        ending = fail("has more than " + limits.columns() + " fields", window.length(), nextLine);
      } else {
        ending = window.peek() == '"' ? quotedField() : plainField();
      }
    }
    return true;
  }

  private boolean skipBlankLines() throws IOException {
    while (true) {
      int b = window.peek();
      if (b != '\n' && b != '\r') {
        return b >= 0;
      }
      window.start = window.pos;
      passLineEnd();
    }
  }

  private int plainField() throws IOException {
    int from = window.length();
    while (true) {
      byte[] bytes = window.bytes;
      int p = window.pos;
      int limit = window.limit;
      int seen = 0;
      while (p < limit) {
        byte b = bytes[p];
        if (b == delimiter || b == '\n' || b == '\r') {
          break;
        }
        seen |= b;
        p++;
      }
      signs |= seen;
      window.pos = p;
      String excess = excess(from);
      if (excess != null) {
        return fail(excess, from, nextLine);
      }
      if (p < limit || !window.more()) {
        return endField(from, window.length());
      }
    }
  }

  private int quotedField() throws IOException {
    int opening = window.length();
    long openingLine = nextLine;
    boolean escaped = false;
    window.pos++;
    while (true) {
      int b = nextInQuotes();
      String excess = excess(opening + 1);
      if (excess != null) {
        return fail(excess, opening, openingLine);
      }
      if (b < 0) {
        return fail("a quoted field is never closed", opening, openingLine);
      }
      if (b != '"') {
        passLineEnd();
        if (nextLine - openingLine > limits.quotedLines()) {
          return fail(
              "a quoted field runs over more than " + limits.quotedLines() + " lines",
              opening,
              openingLine);
        }
        continue;
      }
      window.pos++;
      int after = window.peek();
      if (after == '"') {
        window.pos++;
        escaped = true;
      } else if (after < 0 || after == delimiter || after == '\n' || after == '\r') {
        return endField(escaped ? ~(opening + 1) : opening + 1, window.length() - 1);
      } else {
        return fail("text after the closing quote of a field", opening, openingLine);
      }
    }
  }

  /** Goes to the next quote or line end and returns it, -1 at the end. */
  private int nextInQuotes() throws IOException {
    while (true) {
      byte[] bytes = window.bytes;
      int p = window.pos;
      int limit = window.limit;
      int seen = 0;
      while (p < limit) {
        byte b = bytes[p];
        if (b == '"' || b == '\n' || b == '\r') {
          break;
        }
        seen |= b;
        p++;
      }
      signs |= seen;
      window.pos = p;
      if (p < limit) {
        return bytes[p];
      }
      if (window.length() > limits.rowBytes() || !window.more()) {
        return -1;
      }
    }
  }

  private @Nullable String excess(int from) {
    if (window.length() - from > limits.fieldBytes()) {
      return "a field is longer than " + limits.fieldBytes() + " bytes";
    }
    return window.length() > limits.rowBytes()
        ? "is longer than " + limits.rowBytes() + " bytes"
        : null;
  }

  /** Notes a field that ends here and steps over what ended it. */
  private int endField(int from, int to) throws IOException {
    if (2 * count == spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    spans[2 * count] = from;
    spans[2 * count + 1] = to;
    count++;
    length = window.length();
    int b = window.peek();
    if (b == delimiter) {
      window.pos++;
      return DELIMITER;
    }
    if (b >= 0) {
      passLineEnd();
    }
    return RECORD_END;
  }

  private void passLineEnd() throws IOException {
    boolean cr = window.bytes[window.pos++] == '\r';
    if (cr && window.peek() == '\n') {
      window.pos++;
    }
    nextLine++;
  }

  /** Ends the record as malformed at the first line end behind a place; see above. */
  private int fail(String reason, int from, long fromLine) throws IOException {
    problem = reason;
    count++;
    window.pos = window.start + from;
    nextLine = fromLine;
    byte[] kept = null;
    while (!atLineEnd()) {
      if (kept == null && window.length() > BadRow.RAW_LIMIT) {
        kept = window.copy(0, BadRow.RAW_LIMIT);
      }
      if (kept != null) {
        window.start = window.pos;
      }
      if (!window.more()) {
        break;
      }
    }
    raw = kept != null ? kept : window.copy(0, Math.min(window.length(), BadRow.RAW_LIMIT));
    if (window.peek() >= 0) {
      passLineEnd();
    }
    return BROKEN;
  }

  /** Goes to the next line end at hand; false if there is none before {@code limit}. */
  private boolean atLineEnd() {
    while (window.pos < window.limit) {
      byte b = window.bytes[window.pos];
      if (b == '\n' || b == '\r') {
        return true;
      }
      window.pos++;
    }
    return false;
  }

  /** What is wrong with the record, null if it is well formed. */
  @Nullable String problem() {
    return problem;
  }

  /** The line the record starts on. */
  long line() {
    return line;
  }

  /** Number of fields; of a malformed record, the number of the field that broke it. */
  int count() {
    return count;
  }

  /** Whether the record has bytes beyond ASCII. */
  boolean beyondAscii() {
    return signs < 0;
  }

  /** A copy of the record's bytes, bounded if it is malformed, without its line end. */
  byte[] raw() {
    // pos may stand behind the line end, but start has not moved since the record began
    return problem == null ? window.copy(0, length) : raw;
  }

  /**
   * Where the fields stand in {@link #raw}: from and to of each, from as its complement where the
   * field has doubled quotes.
   */
  int[] spans() {
    return Arrays.copyOf(spans, 2 * count);
  }
}
