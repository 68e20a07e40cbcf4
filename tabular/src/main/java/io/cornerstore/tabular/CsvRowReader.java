package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV. */
final class CsvRowReader implements RowReader {
  private final TextInput input;
  private final TabularOptions options;
  private final ByteWindow window;
  private final CsvScanner scanner;
  private final ColumnIndex columns;
  private boolean pending;
  private boolean ended;

  CsvRowReader(TextInput input, TabularOptions options) throws IOException {
    this.input = input;
    Character named = namedDelimiter(input.head());
    Character told = options.delimiter();
    char delimiter =
        told != null ? told : named != null ? named : CsvDelimiter.find(input, options.limits());
    this.options = options.withFormat(TabularFormat.CSV).withDelimiter(delimiter);
    this.window = new ByteWindow(input.head(), input.rest());
    this.scanner = new CsvScanner(window, delimiter, options.limits());
    if (named != null) {
      scanner.next();
    }
    this.columns = readColumns();
  }

  /** The delimiter a first line such as {@code sep=;} names, as spreadsheets write it. */
  private static @Nullable Character namedDelimiter(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 6), ISO_8859_1);
    boolean named = start.length() == 6 && start.startsWith("sep=") && start.charAt(4) < 128;
    return named && (start.charAt(5) == '\r' || start.charAt(5) == '\n') ? start.charAt(4) : null;
  }

  private ColumnIndex readColumns() throws IOException {
    if (!scanner.next()) {
      ended = true;
      return new ColumnIndex(List.of());
    }
    byte[] raw = scanner.raw();
    String problem = scanner.problem() != null ? scanner.problem() : encodingProblem(raw);
    if (problem != null) {
      throw new TabularException(input.name(), scanner.line(), "the first row: " + problem, null);
    }
    if (!options.header()) {
      pending = true;
      return ColumnIndex.numbered(scanner.count());
    }
    int[] spans = scanner.spans();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scanner.count(); i++) {
      names.add(CsvRow.field(raw, spans, i, input.charset().get()));
    }
    return ColumnIndex.ofHeader(names);
  }

  @Override
  public List<String> columns() {
    return columns.names();
  }

  @Override
  public TabularOptions options() {
    return options.withCharset(input.charset().get());
  }

  @Override
  public @Nullable RowResult next() {
    try {
      if (ended || !(pending || scanner.next())) {
        ended = true;
        return null;
      }
    } catch (IOException e) {
      throw Failures.reading(input.name(), scanner.line(), e);
    }
    pending = false;
    byte[] raw = scanner.raw();
    String problem = scanner.problem();
    if (problem != null) {
      return bad(scanner.count(), problem, raw);
    }
    if (scanner.count() != columns.size()) {
      return bad(
          Math.min(scanner.count(), columns.size()) + (scanner.count() > columns.size() ? 1 : 0),
          "has " + scanner.count() + " fields, not " + columns.size(),
          raw);
    }
    String encoding = encodingProblem(raw);
    return encoding != null
        ? bad(0, encoding, raw)
        : new CsvRow(scanner.line(), columns, raw, scanner.spans(), input.charset().get());
  }

  private @Nullable String encodingProblem(byte[] raw) {
    if (!scanner.beyondAscii()) {
      return null;
    }
    input.charset().sample(window.bytes, window.start, window.limit);
    return input.charset().accepts(raw)
        ? null
        : "has bytes that are not " + input.charset().get().name();
  }

  private BadRow bad(int column, String reason, byte[] raw) {
    byte[] kept = raw.length > BadRow.RAW_LIMIT ? Arrays.copyOf(raw, BadRow.RAW_LIMIT) : raw;
    return new BadRow(scanner.line(), column, reason, new String(kept, input.charset().get()));
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
