package io.cornerstore.intake.rows;

import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.InteractionMapping.LineMapping;
import io.cornerstore.intake.normal.Amounts;
import io.cornerstore.intake.normal.PlainText;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.kernel.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order line of a mapping, bound to columns. Immutable. */
final class BoundLine {

  private static final int MOST_DIGITS = 18;

  private final Map<String, BoundValue> parts = new HashMap<>();
  private final BoundValue.@Nullable BoundCondition product;

  BoundLine(LineMapping mapping, Function<ColumnRef, BoundColumn> columns) {
    mapping
        .parts()
        .forEach((key, spec) ->
            parts.put(
                key,
                BoundValue.of(
                    spec,
                    key.equals("name") || key.equals("category") || key.equals("maker")
                        ? FieldType.TEXT
                        : FieldType.IDENTIFIER,
                    columns)));
    product = BoundValue.BoundCondition.of(mapping.productWhen(), columns);
  }

  /**
   * The line in a row.
   *
   * @param problems the row in which a problem is noted
   */
  @Nullable OrderLine read(RowView row, RowView problems, @Nullable String currency) {
    String sku = text("sku", row);
    String name = text("name", row);
    BigDecimal quantity = quantity(row);
    BoundValue price = parts.get("unit-price");
    Amounts.Amount unit = amount(price, row);
    String code = unit == null || unit.currency() == null ? currency : unit.currency();
    Money unitPrice = null;
    if (price != null && unit != null) {
      if (code == null) {
        row.problem(price.name(), RefusalReason.UNIT_PRICE_NO_CURRENCY);
      } else {
        unitPrice = BoundInteraction.money(unit.number(), code, price, row);
      }
    }
    Money total = BoundInteraction.money(parts.get("amount"), row, code);
    if (total == null && price != null && unit != null && code != null) {
      total = BoundInteraction.money(unit.number().multiply(quantity), code, price, row);
    }
    if (row.problem() != null) {
      problems.takeProblem(row);
      return null;
    }
    return new OrderLine(
        sku == null ? null : sku.toUpperCase(Locale.ROOT),
        name,
        quantity,
        unitPrice,
        total,
        text("category", row),
        text("maker", row),
        product == null || product.holds(row));
  }

  private BigDecimal quantity(RowView row) {
    BoundValue part = parts.get("quantity");
    if (part == null || part.raw(row) == null) {
      return BigDecimal.ONE;
    }
    Amounts.Amount amount = amount(part, row);
    if (amount == null) {
      return BigDecimal.ONE;
    }
    if (Math.abs(amount.number().scale()) > 12 || amount.number().precision() > MOST_DIGITS) {
      row.problem(part.name(), RefusalReason.QUANTITY_TOO_LARGE, MOST_DIGITS);
      return BigDecimal.ONE;
    }
    return amount.number();
  }

  private static Amounts.@Nullable Amount amount(@Nullable BoundValue part, RowView row) {
    String text = part == null ? null : part.raw(row);
    if (part == null || text == null) {
      return null;
    }
    Amounts.Amount amount = Amounts.read(text);
    if (amount == null) {
      row.problem(part.name(), RefusalReason.NO_NUMBER);
    }
    return amount;
  }

  private @Nullable String text(String part, RowView row) {
    BoundValue value = parts.get(part);
    String text = value == null ? null : value.kept(row);
    return text == null ? null : PlainText.clean(text);
  }
}
