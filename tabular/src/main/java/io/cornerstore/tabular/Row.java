package io.cornerstore.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of text values under named columns. Immutable, safe to hand to another thread, and
 * independent of its reader. Carries personal data: {@code toString} shows no value.
 *
 * <p>CSV fields are never null; an empty one is the empty string. In JSON Lines and Parquet, nested
 * objects are flattened to dotted columns ({@code address.city}), an absent or null value is null,
 * and an array is its JSON text, whose objects {@link #children} yields as rows. Numbers keep the
 * text they were written with.
 */
public sealed interface Row extends RowResult permits CsvRow, ValueRow {

  /** A row made by hand: under each column the value at the same place, missing ones null. */
  static Row of(long line, List<String> columns, List<@Nullable String> values) {
    ColumnIndex index = new ColumnIndex(columns);
    @Nullable String[] copy = values.toArray(String[]::new);
    if (copy.length > columns.size()) {
      throw new IllegalArgumentException(
          copy.length + " values for " + columns.size() + " columns");
    }
    return new ValueRow(line, index, copy, () -> JsonText.object(columns, copy));
  }

  /** The columns known when this row was read, in order of appearance. */
  List<String> columns();

  /** How many values there are, the same as the number of {@link #columns}. */
  int size();

  /**
   * The value at a place, null where there is none.
   *
   * @throws IndexOutOfBoundsException unless 0 ≤ index &lt; {@link #size}
   */
  @Nullable String value(int index);

  /** The value of a column, null where there is none or the row has no such column. */
  @Nullable String value(String column);

  /**
   * The objects of a JSON array as rows with columns of their own and the line of this row. Empty
   * where there is no value, or it is not a JSON array; elements that are no objects are left out.
   */
  List<Row> children(String column);

  /** The text of the row as it stood in the source, without its line end; for Parquet, as JSON. */
  String asReceived();
}
