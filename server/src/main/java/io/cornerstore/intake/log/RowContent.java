package io.cornerstore.intake.log;

import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.intake.screening.Screened;
import io.cornerstore.kernel.Personal;
import io.cornerstore.tabular.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row said, screened: its values by column, or its text where it could not be taken apart.
 * The bytes begin with a control character for the first and are plain UTF-8 for the second.
 */
@Personal
public sealed interface RowContent {

  /** Values by column; an absent one is null. */
  @Personal
  record Fields(List<String> columns, List<@Nullable String> values) implements RowContent {

    @Override
    public String toString() {
      return "Fields[" + columns.size() + " columns •••]";
    }

    /** As a row of that line. */
    public Row row(long line) {
      return Row.of(line, columns, values);
    }
  }

  /** A text. */
  @Personal
  record Text(String text) implements RowContent {

    @Override
    public String toString() {
      return "Text[•••]";
    }
  }

  /** The marker of the first form: no text that was received begins with it. */
  byte STRUCTURED = 1;

  /** For a row as a whole, whatever its columns are called. */
  Screen RAW = Screen.of("row", FieldType.TEXT);

  /** A row's values, each screened alone. */
  static RowContent of(Row row) {
    List<@Nullable String> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      String value = row.value(i);
      values.add(value == null ? null : screened(value));
    }
    return new Fields(List.copyOf(row.columns()), values);
  }

  /** A text, screened. */
  static RowContent of(String text) {
    return new Text(screened(text));
  }

  private static String screened(String text) {
    Screened found = RAW.screen(text);
    return found == null ? text : found.text();
  }

  /** As bytes, not yet sealed. */
  default byte[] encode() {
    return switch (this) {
      case Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
      case Fields(List<String> columns, List<@Nullable String> values) -> {
        Bytes out = new Bytes(512);
        out.putByte(STRUCTURED);
        out.putVarint(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          String value = i < values.size() ? values.get(i) : null;
          out.putText(columns.get(i));
          out.putByte(value == null ? 0 : 1);
          if (value != null) {
            out.putText(value);
          }
        }
        yield out.copy();
      }
    };
  }

  /** The content of these bytes. */
  static RowContent decode(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != STRUCTURED) {
      return new Text(new String(bytes, StandardCharsets.UTF_8));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    in.get();
    int count = Math.toIntExact(Bytes.varint(in));
    List<String> columns = new ArrayList<>(count);
    List<@Nullable String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(Bytes.text(in));
      values.add(in.get() == 0 ? null : Bytes.text(in));
    }
    return new Fields(columns, values);
  }

  /** As one text: JSON for values by column. */
  default String asText() {
    return switch (this) {
      case Text(String text) -> text;
      case Fields fields -> fields.row(1).asReceived();
    };
  }
}
