package io.cornerstore.intake.rows;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.mapping.ColumnRef;
import io.cornerstore.intake.mapping.InteractionMapping;
import io.cornerstore.intake.normal.Amounts;
import io.cornerstore.intake.normal.Currencies;
import io.cornerstore.intake.normal.PlainText;
import io.cornerstore.intake.normal.TimeFormat;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The interaction of a mapping, bound to columns. Immutable. */
final class BoundInteraction {

  private static final TimeFormat ISO = new TimeFormat(List.of());
  private static final int MOST_DIGITS = 15;

  private final InteractionMapping mapping;
  private final BoundValue time;
  private final TimeFormat timeFormat;
  private final ZoneId zone;
  private final @Nullable String currency;
  private final @Nullable BoundValue type;
  private final List<Case> cases = new ArrayList<>();
  private final Map<String, BoundValue> parts = new HashMap<>();
  private final @Nullable BoundLine line;
  private final @Nullable BoundLines lines;

  private record Case(BoundValue.BoundCondition condition, InteractionType type) {}

  BoundInteraction(
      InteractionMapping mapping,
      @Nullable ZoneId zone,
      @Nullable String currency,
      Function<ColumnRef, BoundColumn> columns) {
    this.mapping = mapping;
    this.time = BoundValue.of(mapping.time(), FieldType.IDENTIFIER, columns);
    this.timeFormat = time.format() == null ? ISO : time.format();
    this.zone = zone == null ? ZoneOffset.UTC : zone;
    this.currency = currency;
    this.type = BoundValue.orNull(mapping.type().value(), FieldType.TEXT, columns);
    for (var each : mapping.type().cases()) {
      var condition = BoundValue.BoundCondition.of(each.when(), columns);
      if (condition != null) {
        cases.add(new Case(condition, each.type()));
      }
    }
    mapping
        .parts()
        .forEach((key, spec) -> parts.put(key, BoundValue.of(spec, typeOf(key), columns)));
    line = mapping.line() == null ? null : new BoundLine(mapping.line(), columns);
    lines = mapping.lines() == null ? null : new BoundLines(mapping.lines(), columns);
  }

  static FieldType typeOf(String part) {
    return switch (part) {
      case "order", "refers-to", "store", "tracking", "amount", "points" -> FieldType.IDENTIFIER;
      default -> FieldType.TEXT;
    };
  }

  /** When it happened; null, with the row's problem noted, when that cannot be read. */
  @Nullable Instant time(RowView row) {
    String text = time.raw(row);
    if (text == null) {
      row.problem(time.name(), RefusalReason.TIME_EMPTY);
      return null;
    }
    Instant instant = timeFormat.instant(text, zone);
    if (instant == null) {
      row.problem(time.name(), RefusalReason.TIME_IN_NO_FORMAT);
    }
    return instant;
  }

  /** What happened; null, with the row's problem noted, when something cannot be read. */
  @Nullable Interaction read(RowView row) {
    String code = currency(row);
    List<OrderLine> orderLines = List.of();
    if (line != null) {
      OrderLine one = line.read(row, row, code);
      orderLines = one == null ? List.of() : List.of(one);
    } else if (lines != null) {
      orderLines = lines.read(row, code);
    }
    InteractionType kind = type(row);
    Interaction interaction =
        new Interaction(
            kind,
            code("order", row),
            code("refers-to", row),
            code("store", row),
            money(parts.get("amount"), row, code),
            text("topic", row),
            text("note", row),
            text("status", row),
            code("tracking", row),
            points(row),
            orderLines);
    return row.problem() == null ? interaction : null;
  }

  private InteractionType type(RowView row) {
    for (Case each : cases) {
      if (each.condition.holds(row)) {
        return each.type;
      }
    }
    String code = type == null ? null : type.raw(row);
    if (type == null || code == null) {
      return mapping.type().standard();
    }
    return InteractionType.findByCode(code.toLowerCase(Locale.ROOT))
        .orElseGet(() -> {
          row.problem(type.name(), RefusalReason.TYPE_UNKNOWN);
          return InteractionType.OTHER;
        });
  }

  private @Nullable String currency(RowView row) {
    BoundValue part = parts.get("currency");
    String code = part == null ? null : part.raw(row);
    if (part == null || code == null) {
      return currency;
    }
    String upper = code.toUpperCase(Locale.ROOT);
    if (!Currencies.isCode(upper)) {
      row.problem(part.name(), RefusalReason.CURRENCY_UNKNOWN);
      return null;
    }
    return upper;
  }

  private @Nullable Long points(RowView row) {
    BoundValue part = parts.get("points");
    String text = part == null ? null : part.raw(row);
    if (part == null || text == null) {
      return null;
    }
    Amounts.Amount amount = Amounts.read(text);
    if (amount == null || amount.number().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      row.problem(part.name(), RefusalReason.POINTS_NO_NUMBER);
      return null;
    }
    return amount.number().setScale(0, RoundingMode.HALF_EVEN).longValue();
  }

  private @Nullable String code(String part, RowView row) {
    BoundValue value = parts.get(part);
    return value == null ? null : value.kept(row);
  }

  private @Nullable String text(String part, RowView row) {
    String text = code(part, row);
    return text == null ? null : PlainText.clean(text);
  }

  static @Nullable Money money(@Nullable BoundValue value, RowView row, @Nullable String currency) {
    String text = value == null ? null : value.raw(row);
    if (value == null || text == null) {
      return null;
    }
    Amounts.Amount amount = Amounts.read(text);
    if (amount == null) {
      row.problem(value.name(), RefusalReason.AMOUNT_NO_NUMBER);
      return null;
    }
    String code = amount.currency() == null ? currency : amount.currency();
    if (code == null) {
      row.problem(value.name(), RefusalReason.AMOUNT_NO_CURRENCY);
      return null;
    }
    return money(amount.number(), code, value, row);
  }

  static @Nullable Money money(BigDecimal amount, String code, BoundValue value, RowView row) {
    if (amount.precision() - amount.scale() > MOST_DIGITS) {
      row.problem(value.name(), RefusalReason.AMOUNT_TOO_LARGE, MOST_DIGITS);
      return null;
    }
    return Money.of(amount, code);
  }
}
