package io.cornerstore.intake.segment;

import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Interactions from the properties of events. */
final class Interactions {

  private static final int LONGEST_TOPIC = 200;

  private Interactions() {}

  /** Something without details: a page seen, an alias proposed. */
  static Interaction plain(InteractionType type, @Nullable String topic) {
    return new Interaction(
        type, null, null, null, null, shortened(topic), null, null, null, null, List.of());
  }

  /** What a named event says. */
  static Interaction of(
      String event, TrackRule rule, WireProperties properties, @Nullable String standardCurrency) {
    InteractionType type = rule.type();
    String status = properties.text("status");
    return switch (type) {
      case PURCHASE, RETURN, CANCELLATION -> trade(type, properties, standardCurrency);
      case DELIVERY, CALL, POINTS, FORM, OTHER, NOTE ->
          new Interaction(
              type,
              null,
              order(properties),
              properties.text("store_id", "storeId"),
              null,
              topic(event, type, properties),
              properties.text("note", "message", "comment", "reason"),
              status == null ? rule.status() : status,
              properties.text("tracking_number", "trackingNumber", "tracking_id"),
              type == InteractionType.POINTS ? points(rule, properties) : null,
              List.of());
      case VISIT, DECLARATION, CONSENT, ADJUSTMENT -> plain(type, event);
    };
  }

  private static Interaction trade(
      InteractionType type, WireProperties properties, @Nullable String standardCurrency) {
    boolean purchase = type == InteractionType.PURCHASE;
    String currency = properties.currency(standardCurrency);
    return new Interaction(
        type,
        purchase
            ? order(properties)
            : properties.text("return_id", "returnId", "refund_id", "cancellation_id"),
        purchase ? null : order(properties),
        properties.text("store_id", "storeId"),
        properties.money(currency, "total", "revenue", "value"),
        null,
        properties.text("reason", "note", "comment"),
        properties.text("status"),
        null,
        null,
        lines(properties, type == InteractionType.RETURN, currency));
  }

  private static @Nullable String order(WireProperties properties) {
    return properties.text("order_id", "orderId", "order_number");
  }

  private static @Nullable String topic(
      String event, InteractionType type, WireProperties properties) {
    String topic =
        switch (type) {
          case FORM -> properties.text("form_name", "formName", "form", "form_id", "topic");
          case CALL -> properties.text("topic", "subject");
          default -> null;
        };
    return shortened(topic == null ? event : topic);
  }

  private static @Nullable Long points(TrackRule rule, WireProperties properties) {
    BigDecimal number = properties.number("points");
    if (number == null) {
      return null;
    }
    long points = number.setScale(0, RoundingMode.HALF_EVEN).longValue();
    return "earned".equals(rule.status()) ? points : -Math.abs(points);
  }

  private static List<OrderLine> lines(
      WireProperties properties, boolean back, @Nullable String currency) {
    List<OrderLine> lines = new ArrayList<>();
    for (JsonNode product : properties.list("products")) {
      if (product.isObject()) {
        lines.add(line(new WireProperties(product), back, currency));
      }
    }
    return lines;
  }

  private static OrderLine line(WireProperties product, boolean back, @Nullable String currency) {
    String sku = product.text("sku", "product_id", "productId", "id");
    BigDecimal given = product.number("quantity");
    BigDecimal quantity = given == null ? BigDecimal.ONE : given;
    BigDecimal signed = back ? quantity.abs().negate() : quantity;
    BigDecimal price = product.number("price");
    return new OrderLine(
        sku == null ? null : sku.toUpperCase(Locale.ROOT),
        product.text("name"),
        signed,
        price == null || currency == null ? null : Money.of(price, currency),
        amount(price, signed, currency),
        product.text("category"),
        product.text("brand", "maker"),
        true);
  }

  private static @Nullable Money amount(
      @Nullable BigDecimal price, BigDecimal quantity, @Nullable String currency) {
    if (price == null || currency == null) {
      return null;
    }
    BigDecimal amount = price.multiply(quantity);
    return amount.precision() - amount.scale() > 15 ? null : Money.of(amount, currency);
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST_TOPIC ? text : text.substring(0, LONGEST_TOPIC);
  }
}
