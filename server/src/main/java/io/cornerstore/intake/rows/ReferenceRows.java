package io.cornerstore.intake.rows;

import io.cornerstore.intake.Product;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.Store;
import io.cornerstore.intake.mapping.FeedMapping;
import io.cornerstore.intake.normal.Amounts;
import io.cornerstore.intake.normal.Countries;
import io.cornerstore.intake.normal.Currencies;
import io.cornerstore.intake.normal.PlainText;
import io.cornerstore.kernel.Money;
import io.cornerstore.tabular.Row;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads products and stores from rows. Immutable. */
public final class ReferenceRows {

  private final FeedMapping mapping;
  private final Map<String, BoundValue> fields;
  private final int lookups;

  ReferenceRows(FeedMapping mapping, Map<String, BoundValue> fields, int lookups) {
    this.mapping = mapping;
    this.fields = Map.copyOf(fields);
    this.lookups = lookups;
  }

  /** What a row of a reference feed became: one of the two, or a problem. */
  public record Outcome(
      @Nullable Product product,
      @Nullable Store store,
      @Nullable String column,
      @Nullable String problem) {}

  /** The product of a row. */
  public Outcome product(Row row) {
    RowView view = new RowView(row, lookups);
    String sku = text("sku", view);
    if (sku == null) {
      return new Outcome(null, null, name("sku"), RefusalReason.PRODUCT_CODE_EMPTY.text());
    }
    Product product =
        new Product(
            sku.toUpperCase(Locale.ROOT),
            text("name", view),
            text("category", view),
            text("subcategory", view),
            text("maker", view),
            price(view));
    return view.problem() == null
        ? new Outcome(product, null, null, null)
        : new Outcome(null, null, view.problemColumn(), view.problem());
  }

  /** The store of a row. */
  public Outcome store(Row row) {
    RowView view = new RowView(row, lookups);
    String id = text("store", view);
    if (id == null) {
      return new Outcome(null, null, name("store"), RefusalReason.STORE_ID_EMPTY.text());
    }
    String country = text("country", view);
    if (country == null) {
      country = mapping.country();
    }
    String code = country == null ? null : Countries.find(country).orElse(null);
    Store store = new Store(id, text("name", view), text("locality", view), code, zone(view));
    return view.problem() == null
        ? new Outcome(null, store, null, null)
        : new Outcome(null, null, view.problemColumn(), view.problem());
  }

  private @Nullable ZoneId zone(RowView view) {
    String zone = text("zone", view);
    if (zone == null) {
      return mapping.zone();
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      view.problem(name("zone"), RefusalReason.ZONE_UNKNOWN);
      return null;
    }
  }

  private @Nullable Money price(RowView view) {
    String text = text("price", view);
    if (text == null) {
      return null;
    }
    Amounts.Amount amount = Amounts.read(text);
    if (amount == null || amount.number().precision() - amount.number().scale() > 15) {
      view.problem(name("price"), RefusalReason.PRICE_NO_NUMBER);
      return null;
    }
    String named = text("currency", view);
    String code = amount.currency() != null ? amount.currency() : named;
    String currency = code == null ? mapping.currency() : code.toUpperCase(Locale.ROOT);
    if (currency == null || !Currencies.isCode(currency)) {
      view.problem(name("price"), RefusalReason.PRICE_NO_CURRENCY);
      return null;
    }
    return Money.of(amount.number(), currency);
  }

  private @Nullable String text(String field, RowView view) {
    BoundValue value = fields.get(field);
    String text = value == null ? null : value.kept(view);
    return text == null ? null : PlainText.clean(text);
  }

  private @Nullable String name(String field) {
    BoundValue value = fields.get(field);
    return value == null ? null : value.name();
  }
}
