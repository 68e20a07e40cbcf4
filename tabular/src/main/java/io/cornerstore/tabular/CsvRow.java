package io.cornerstore.tabular;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a CSV: its bytes and where the fields stand in them; decoded when asked. */
final class CsvRow implements Row {
  private final long line;
  private final ColumnIndex columns;
  private final byte[] raw;
  private final int[] spans;
  private final Charset charset;

  CsvRow(long line, ColumnIndex columns, byte[] raw, int[] spans, Charset charset) {
    this.line = line;
    this.columns = columns;
    this.raw = raw;
    this.spans = spans;
    this.charset = charset;
  }

  /** The text of a field, its doubled quotes made single. */
  static String field(byte[] raw, int[] spans, int index, Charset charset) {
    int from = spans[2 * index];
    int to = spans[2 * index + 1];
    if (from >= 0) {
      return new String(raw, from, to - from, charset);
    }
    byte[] single = new byte[to - ~from];
    int length = 0;
    for (int i = ~from; i < to; i++) {
      single[length++] = raw[i];
      if (raw[i] == '"') {
        i++;
      }
    }
    return new String(single, 0, length, charset);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public List<String> columns() {
    return columns.names();
  }

  @Override
  public int size() {
    return spans.length / 2;
  }

  @Override
  public String value(int index) {
    Objects.checkIndex(index, size());
    return field(raw, spans, index, charset);
  }

  @Override
  public @Nullable String value(String column) {
    int place = columns.place(column);
    return place < 0 ? null : value(place);
  }

  @Override
  public List<Row> children(String column) {
    return JsonObjects.children(this, column);
  }

  @Override
  public String asReceived() {
    return new String(raw, charset);
  }

  @Override
  public String toString() {
    return "Row[line " + line + ", " + size() + " values •••]";
  }
}
