package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a source: decompressed, without byte order mark, in a charset that can be cut by
 * bytes.
 */
final class TextInput {
  private static final int HEAD_BYTES = 1 << 16;

  private final String name;
  private final CountingInput stored;
  private final byte[] head;
  private final InputStream rest;
  private final TextCharset charset;

  private TextInput(
      String name, CountingInput stored, byte[] head, InputStream rest, TextCharset charset) {
    this.name = name;
    this.stored = stored;
    this.head = head;
    this.rest = rest;
    this.charset = charset;
  }

  /** Looks at a source that is not Parquet. */
  static TextInput of(String name, InputStream source, TabularOptions options) throws IOException {
    CountingInput stored = new CountingInput(source);
    PushbackInputStream start = new PushbackInputStream(stored, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    InputStream content = gzip ? new GzipInput(start, options.limits()) : start;
    byte[] head = content.readNBytes(HEAD_BYTES);
    TextInput input = new TextInput(name, stored, head, content, TextCharset.undecided());
    return input.decoded(options.charset());
  }

  private TextInput decoded(@Nullable Charset told) throws IOException {
    if (told != null && !TextCharset.cutByBytes(told)) {
      return transcoded(told);
    }
    ForeignFile.reject(head);
    if (startsWith(0xef, 0xbb, 0xbf) && (told == null || told.equals(UTF_8))) {
      return with(Arrays.copyOfRange(head, 3, head.length), rest, TextCharset.of(UTF_8));
    }
    if (told == null && (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff))) {
      return transcoded(UTF_16);
    }
    TextCharset known = told == null ? TextCharset.undecided() : TextCharset.of(told);
    known.sample(head, 0, head.length);
    return with(head, rest, known);
  }

  private TextInput transcoded(Charset from) throws IOException {
    InputStream stream = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    InputStream text = new TranscodedInput(stream, from);
    TextInput input = with(text.readNBytes(HEAD_BYTES), text, TextCharset.transcoded());
    return input.startsWith(0xef, 0xbb, 0xbf)
        ? with(Arrays.copyOfRange(input.head, 3, input.head.length), text, input.charset)
        : input;
  }

  private TextInput with(byte[] head, InputStream rest, TextCharset charset) {
    return new TextInput(name, stored, head, rest, charset);
  }

  private boolean startsWith(int... bytes) {
    boolean same = head.length >= bytes.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (head[i] & 0xff) == bytes[i];
    }
    return same;
  }

  /** CSV or JSON Lines: as told, else as the name ends, else as the text begins. */
  TabularFormat format(@Nullable TabularFormat told) {
    if (told != null) {
      return told;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return TabularFormat.CSV;
    }
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json")) {
      return TabularFormat.JSON_LINES;
    }
    int first = 0;
    while (first < head.length && head[first] <= ' ' && head[first] >= 0) {
      first++;
    }
    return first < head.length && head[first] == '{' ? TabularFormat.JSON_LINES : TabularFormat.CSV;
  }

  /** Name of the source, for messages. */
  String name() {
    return name;
  }

  /** How many bytes were taken from the source. */
  long storedBytesRead() {
    return stored.count();
  }

  /** The first bytes of the text, all of it if it is short; not to be changed. */
  byte[] head() {
    return head;
  }

  /** Whether {@link #head} is certainly all there is. */
  boolean headIsAll() {
    return head.length < HEAD_BYTES - 3;
  }

  /** What follows the head; closing it closes the source. */
  InputStream rest() {
    return rest;
  }

  /** How to decode the text. */
  TextCharset charset() {
    return charset;
  }
}
