package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 describes it: UTF-8 without byte order mark, CRLF line ends, quotes where
 * needed. A null and an empty value are both written as nothing; alone in their row as {@code ""},
 * since a blank line is no row. Not safe for use by several threads.
 */
public final class CsvRowWriter implements RowWriter {

  /**
   * How to write.
   *
   * @param delimiter an ASCII character between the fields
   * @param header whether the column names are the first row
   * @param formulaNeutral whether a field that a spreadsheet would take for a formula (it begins
   *     with {@code = + - @}, tab or CR) gets an apostrophe in front; this changes the value, also
   *     of negative numbers
   */
  public record Options(char delimiter, boolean header, boolean formulaNeutral) {
    /** Comma, with header, values unchanged. */
    public static final Options DEFAULT = new Options(',', true, false);

    public Options {
      Delimiters.check(delimiter);
    }
  }

  private final Writer out;
  private final int columns;
  private final Options options;

  /** Writes to a stream, which is closed with the writer. */
  public CsvRowWriter(OutputStream out, List<String> columns, Options options) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    this.columns = columns.size();
    this.options = options;
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("There are no columns");
    }
    if (options.header()) {
      write(columns);
    }
  }

  @Override
  public void write(List<? extends @Nullable String> values) {
    if (values.size() != columns) {
      throw new IllegalArgumentException(values.size() + " values for " + columns + " columns");
    }
    try {
      for (int i = 0; i < columns; i++) {
        if (i > 0) {
          out.append(options.delimiter());
        }
        String value = values.get(i);
        writeField(value == null ? "" : value);
      }
      out.append("\r\n");
    } catch (IOException e) {
      throw new TabularException("output", 0, "cannot be written", e);
    }
  }

  private void writeField(String value) throws IOException {
    boolean neutralize =
        options.formulaNeutral() && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String text = neutralize ? "'" + value : value;
    if (needsQuotes(text)) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  private boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\n' || c == '\r' || c == options.delimiter()) {
        return true;
      }
    }
    return text.isEmpty() && columns == 1;
  }

  @Override
  public void close() {
    Failures.close("output", out);
  }
}
