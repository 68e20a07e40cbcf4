package io.cornerstore.tabular;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A row whose values are at hand as text; shorter than its columns where the last are null. */
final class ValueRow implements Row {
  private final long line;
  private final ColumnIndex columns;
  private final @Nullable String[] values;
  private final Supplier<String> received;

  ValueRow(long line, ColumnIndex columns, @Nullable String[] values, Supplier<String> received) {
    this.line = line;
    this.columns = columns;
    this.values = values;
    this.received = received;
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
    return columns.size();
  }

  @Override
  public @Nullable String value(int index) {
    return index >= values.length && index < columns.size() ? null : values[index];
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
    return received.get();
  }

  @Override
  public String toString() {
    return "Row[line " + line + ", " + size() + " values •••]";
  }
}
