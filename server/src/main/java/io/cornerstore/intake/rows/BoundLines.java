package io.cornerstore.intake.rows;

import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.InteractionMapping.LinesMapping;
import io.cornerstore.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order lines in a nested array, whose objects have columns of their own. Immutable. */
final class BoundLines {

  private static final int MOST_LINES = 10_000;

  private final String from;
  private final BoundLine line;

  BoundLines(LinesMapping mapping, Function<ColumnRef, BoundColumn> columns) {
    this.from = columns.apply(mapping.from()) instanceof BoundColumn.OfFile file ? file.name() : "";
    this.line = new BoundLine(mapping.line(), ref -> new BoundColumn.OfFile(ref.name(), -1));
  }

  List<OrderLine> read(RowView row, @Nullable String currency) {
    String array = row.row().value(from);
    if (array == null || array.isBlank()) {
      return List.of();
    }
    List<Row> children = row.row().children(from);
    if (children.isEmpty() && !array.strip().equals("[]")) {
      row.problem(from, RefusalReason.LINES_NO_ARRAY);
      return List.of();
    }
    if (children.size() > MOST_LINES) {
      row.problem(from, RefusalReason.LINES_TOO_MANY, MOST_LINES);
      return List.of();
    }
    List<OrderLine> lines = new ArrayList<>(children.size());
    for (Row child : children) {
      RowView view = new RowView(child, 0);
      OrderLine one = line.read(view, row, currency);
      row.masked().addAll(view.masked());
      row.asked().addAll(view.asked());
      if (one == null) {
        return List.of();
      }
      lines.add(one);
    }
    return lines;
  }
}
