package io.cornerstore.intake.segment;

import io.cornerstore.intake.normal.Amounts;
import io.cornerstore.intake.normal.Currencies;
import io.cornerstore.kernel.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The properties of an event; what has been read as a field is not kept a second time. */
final class WireProperties {

  private static final int LONGEST_TEXT = 2_000;

  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  /** Of an object; anything else has none. */
  WireProperties(@Nullable JsonNode node) {
    this.node = node == null ? MissingNode.getInstance() : node;
  }

  /** The first of these properties that has a text or number. */
  @Nullable String text(String... names) {
    for (String name : names) {
      String text = WireText.id(node.get(name));
      if (text != null && text.length() <= LONGEST_TEXT) {
        read.add(name);
        return text;
      }
    }
    return null;
  }

  /** The first of these properties that has a number of at most 15 digits before its point. */
  @Nullable BigDecimal number(String... names) {
    for (String name : names) {
      BigDecimal number = number(node.get(name));
      if (number != null) {
        read.add(name);
        return number;
      }
    }
    return null;
  }

  /** As {@link #number}, in a currency; null without one. */
  @Nullable Money money(@Nullable String currency, String... names) {
    if (currency == null) {
      return null;
    }
    BigDecimal number = number(names);
    return number == null ? null : Money.of(number, currency);
  }

  /** The ISO 4217 code in {@code currency}, else the standard. */
  @Nullable String currency(@Nullable String standard) {
    String text = WireText.id(node.get("currency"));
    String code = text == null ? "" : text.toUpperCase(Locale.ROOT);
    if (!Currencies.isCode(code)) {
      return text == null ? standard : null;
    }
    read.add("currency");
    return code;
  }

  /** The list in this property, or nothing. */
  JsonNode list(String name) {
    JsonNode list = node.path(name);
    if (list.isArray()) {
      read.add(name);
      return list;
    }
    return MissingNode.getInstance();
  }

  /** All properties, in their order. */
  Set<Map.Entry<String, JsonNode>> all() {
    return node.isObject() ? node.properties() : Set.of();
  }

  /** Says that a property has been read. */
  void markRead(String name) {
    read.add(name);
  }

  /** Keeps what has not been read. */
  void keepRest(ExtraValues extra) {
    for (Map.Entry<String, JsonNode> property : all()) {
      if (!read.contains(property.getKey())) {
        extra.flatten("properties." + property.getKey(), property.getValue());
      }
    }
  }

  private static @Nullable BigDecimal number(@Nullable JsonNode value) {
    BigDecimal number = null;
    if (value != null && value.isNumber()) {
      number = value.decimalValue();
    } else if (value != null && value.isString() && value.stringValue().length() <= 40) {
      Amounts.Amount amount = Amounts.read(value.stringValue().strip());
      number = amount == null ? null : amount.number();
    }
    return number == null
            || Math.abs((long) number.scale()) > 30
            || (long) number.precision() - number.scale() > 15
        ? null
        : number;
  }
}
