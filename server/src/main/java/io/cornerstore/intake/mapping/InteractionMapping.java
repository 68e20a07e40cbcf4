package io.cornerstore.intake.mapping;

import io.cornerstore.intake.InteractionType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a row.
 *
 * @param parts values by their key in the mapping: {@code order}, {@code store}, {@code amount} …
 * @param line the row is one order line
 * @param lines the row holds an array of order lines
 */
public record InteractionMapping(
    TypeRule type,
    ValueSpec time,
    Map<String, ValueSpec> parts,
    @Nullable LineMapping line,
    @Nullable LinesMapping lines) {

  /** Keys of the values of an interaction beside its type, time and lines. */
  public static final List<String> PARTS =
      List.of(
          "order",
          "refers-to",
          "store",
          "amount",
          "currency",
          "topic",
          "note",
          "points",
          "status",
          "tracking");

  /** Keys of the values of an order line. */
  public static final List<String> LINE_PARTS =
      List.of("sku", "name", "quantity", "unit-price", "amount", "category", "maker");

  public InteractionMapping {
    parts = Map.copyOf(parts);
  }

  /** The first case that holds, else the type that the value names, else the standard. */
  public record TypeRule(
      InteractionType standard, @Nullable ValueSpec value, List<TypeCase> cases) {
    public TypeRule {
      cases = List.copyOf(cases);
    }
  }

  /** The type of rows where something holds. */
  public record TypeCase(When when, InteractionType type) {}

  /** Values of an order line; without the condition holding it is a charge, not a product. */
  public record LineMapping(Map<String, ValueSpec> parts, @Nullable When productWhen) {
    public LineMapping {
      parts = Map.copyOf(parts);
    }
  }

  /** Order lines from a nested array; the columns of the lines are those of its objects. */
  public record LinesMapping(ColumnRef from, LineMapping line) {}

  Set<ColumnRef> columns() {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    time.columns().forEach(columns::add);
    parts.values().forEach(value -> value.columns().forEach(columns::add));
    type.cases().forEach(each -> columns.add(each.when().column()));
    if (type.value() != null) {
      type.value().columns().forEach(columns::add);
    }
    if (line != null) {
      line.parts().values().forEach(value -> value.columns().forEach(columns::add));
      if (line.productWhen() != null) {
        columns.add(line.productWhen().column());
      }
    }
    if (lines != null) {
      columns.add(lines.from());
    }
    return columns;
  }
}
