package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Lines. */
final class JsonLinesRowReader implements RowReader {
  private final TextInput input;
  private final TabularOptions options;
  private final ByteWindow window;
  private final JsonObjects objects;
  private final JsonShape shape;
  private long line;
  private boolean beyondAscii;

  JsonLinesRowReader(TextInput input, TabularOptions options) throws IOException {
    this.input = input;
    this.options = options.withFormat(TabularFormat.JSON_LINES);
    this.window = new ByteWindow(input.head(), input.rest());
    this.objects = new JsonObjects(options.limits());
    this.shape = new JsonShape(options.limits(), true);
    rejectArray(input);
  }

  /** A file that is one big array would otherwise yield nothing but malformed rows. */
  private static void rejectArray(TextInput input) throws DamagedInput {
    String start = new String(input.head(), UTF_8).strip();
    if (!start.startsWith("[")) {
      return;
    }
    int end = start.indexOf('\n');
    String first = end < 0 ? start : start.substring(0, end).strip();
    if (end < 0 || !first.endsWith("]")) {
      throw new DamagedInput(
          "is a JSON array, not one object a line; maybe convert it with: jq -c '.[]'");
    }
  }

  @Override
  public List<String> columns() {
    return shape.columns().names();
  }

  @Override
  public TabularOptions options() {
    return options.withCharset(input.charset().get());
  }

  @Override
  public @Nullable RowResult next() {
    try {
      while (readLine()) {
        if (window.length() > options.limits().rowBytes()) {
          return tooLong();
        }
        byte[] text = window.copy(0, window.length());
        passLineEnd();
        if (!isBlank(text)) {
          return row(text);
        }
      }
      return null;
    } catch (IOException e) {
      throw Failures.reading(input.name(), line, e);
    }
  }

  /** Puts {@code pos} at the next line end or past the longest row; false at the end. */
  private boolean readLine() throws IOException {
    if (window.peek() < 0) {
      return false;
    }
    window.start = window.pos;
    line++;
    int seen = 0;
    while (true) {
      byte[] bytes = window.bytes;
      int p = window.pos;
      int limit = window.limit;
      while (p < limit && bytes[p] != '\n') {
        seen |= bytes[p++];
      }
      window.pos = p;
      if (p < limit || window.length() > options.limits().rowBytes() || !window.more()) {
        beyondAscii = seen < 0;
        return true;
      }
    }
  }

  private void passLineEnd() throws IOException {
    if (window.peek() >= 0) {
      window.pos++;
    }
  }

  private BadRow tooLong() throws IOException {
    byte[] kept = window.copy(0, BadRow.RAW_LIMIT);
    while (window.peek() >= 0 && window.peek() != '\n') {
      window.pos++;
      window.start = window.pos;
    }
    passLineEnd();
    String reason = "is longer than " + options.limits().rowBytes() + " bytes";
    return new BadRow(line, 0, reason, new String(kept, input.charset().get()));
  }

  private static boolean isBlank(byte[] text) {
    for (byte b : text) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private RowResult row(byte[] received) {
    if (beyondAscii) {
      input.charset().sample(window.bytes, window.start, window.limit);
      if (!input.charset().accepts(received)) {
        return bad(received, "has bytes that are not " + input.charset().get().name(), 0);
      }
    }
    Charset charset = input.charset().get();
    boolean utf8 = charset.equals(UTF_8) || !beyondAscii;
    byte[] text = utf8 ? received : new String(received, charset).getBytes(UTF_8);
    try {
      @Nullable String[] values = objects.read(text, shape);
      return new ValueRow(line, shape.columns(), values, () -> new String(text, UTF_8).strip());
    } catch (MalformedJson e) {
      return bad(received, e.reason(), e.position());
    }
  }

  private BadRow bad(byte[] received, String reason, int position) {
    byte[] kept =
        received.length > BadRow.RAW_LIMIT ? Arrays.copyOf(received, BadRow.RAW_LIMIT) : received;
    return new BadRow(line, position, reason, new String(kept, input.charset().get()).strip());
  }

  @Override
  public long bytesRead() {
    return input.storedBytesRead();
  }

  @Override
  public void close() {
    Failures.close(input.name(), input.rest());
  }
}
