package io.cornerstore.intake.rows;

import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.ValueSource;
import io.cornerstore.intake.mapping.ValueSpec;
import io.cornerstore.intake.mapping.When;
import io.cornerstore.intake.normal.TimeFormat;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a mapping, bound to columns. Immutable. */
final class BoundValue {

  private final List<Piece> pieces;
  private final @Nullable String constant;
  private final Map<String, String> map;
  private final @Nullable String fallback;
  private final @Nullable BoundCondition condition;
  private final @Nullable TimeFormat format;
  private final Screen screen;
  private final String name;

  private record Piece(String text, @Nullable BoundColumn column) {}

  private BoundValue(ValueSpec spec, FieldType type, Function<ColumnRef, BoundColumn> columns) {
    pieces = new ArrayList<>();
    String fixed = null;
    switch (spec.source()) {
      case ValueSource.Column(ColumnRef column) -> pieces.add(new Piece("", columns.apply(column)));
      case ValueSource.Template(List<ValueSource.Segment> segments) ->
          segments.forEach(segment ->
              pieces.add(
                  new Piece(
                      segment.text(),
                      segment.column() == null ? null : columns.apply(segment.column()))));
      case ValueSource.Constant(String text) -> fixed = text;
    }
    constant = fixed;
    map = spec.map();
    fallback = spec.fallback();
    condition = BoundCondition.of(spec.when(), columns);
    format = spec.formats().isEmpty() ? null : new TimeFormat(spec.formats());
    name = spec.columns().map(ColumnRef::name).distinct().collect(Collectors.joining("+"));
    screen = Screen.of(name, type);
  }

  static BoundValue of(ValueSpec spec, FieldType type, Function<ColumnRef, BoundColumn> columns) {
    return new BoundValue(spec, type, columns);
  }

  static @Nullable BoundValue orNull(
      @Nullable ValueSpec spec, FieldType type, Function<ColumnRef, BoundColumn> columns) {
    return spec == null ? null : new BoundValue(spec, type, columns);
  }

  /** The names of its columns. */
  String name() {
    return name;
  }

  /** The formats of dates; null: ISO. */
  @Nullable TimeFormat format() {
    return format;
  }

  /** Whether it is the same in every row. */
  boolean isConstant() {
    return constant != null;
  }

  /** The value as it stands, neither screened nor normalised: for keys, numbers and dates. */
  @Nullable String raw(RowView row) {
    String text = applies(row) ? text(row) : null;
    if (text == null) {
      return fallback;
    }
    return map.isEmpty() ? text : map.getOrDefault(text, text);
  }

  /** The value as it may be kept. */
  @Nullable String kept(RowView row) {
    String text = raw(row);
    return text == null ? null : row.screen(screen, name, text);
  }

  private boolean applies(RowView row) {
    return condition == null || condition.holds(row);
  }

  private @Nullable String text(RowView row) {
    if (constant != null) {
      return constant;
    }
    if (pieces.size() == 1) {
      BoundColumn only = pieces.getFirst().column;
      return only == null ? null : row.value(only);
    }
    StringBuilder out = new StringBuilder();
    boolean any = false;
    for (Piece piece : pieces) {
      String value = piece.column == null ? piece.text : row.value(piece.column);
      any |= piece.column != null && value != null;
      if (value != null) {
        out.append(value);
      }
    }
    String text = out.toString().strip();
    return any && !text.isEmpty() ? text : null;
  }

  /** A condition, bound to its column. */
  record BoundCondition(BoundColumn column, Pattern matches) {

    static @Nullable BoundCondition of(
        @Nullable When when, Function<ColumnRef, BoundColumn> columns) {
      return when == null ? null : new BoundCondition(columns.apply(when.column()), when.matches());
    }

    boolean holds(RowView row) {
      String value = row.value(column);
      return matches.matcher(value == null ? "" : value).matches();
    }
  }
}
