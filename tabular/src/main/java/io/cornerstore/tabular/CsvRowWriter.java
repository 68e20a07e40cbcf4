package io.cornerstore.tabular;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 describes it: UTF-8 without byte order mark, CRLF line ends, quotes where
 * needed. A null and an empty value are both written as nothing.
 */
public final class CsvRowWriter implements RowWriter {

  /**
   * How to write.
   *
   * @param delimiter an ASCII character between the fields
   * @param header whether the column names are the first row
   * @param formulaNeutral whether a field that a spreadsheet would take for a formula (it begins
   *     with {@code = + - @}, tab or CR) gets an apostrophe in front; changes the value
   */
  public record Options(char delimiter, boolean header, boolean formulaNeutral) {
    /** Comma, with header, values unchanged. */
    public static final Options DEFAULT = new Options(',', true, false);
  }

  /** Writes to a stream, which is closed with the writer. */
  public CsvRowWriter(OutputStream out, List<String> columns, Options options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void write(List<? extends @Nullable String> values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
