package io.cornerstore.profile.history;

import io.cornerstore.intake.Catalogue;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Product;
import io.cornerstore.intake.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names, categories and makers of what stands on lines: as the line says, else as the catalogue
 * knows, else as another line of the same customer with the same code says. Immutable.
 */
public final class Goods {

  /** Lines as they are, no catalogue. */
  public static final Goods NONE = new Goods(Map.of(), Map.of());

  private final Map<String, Product> products;
  private final Map<String, Store> stores;
  private final Map<String, OrderLine> described = new HashMap<>();

  private Goods(Map<String, Product> products, Map<String, Store> stores) {
    this.products = products;
    this.stores = stores;
  }

  /** What the catalogue knows of this history: at most one query for products, one for stores. */
  public static Goods of(History history, Catalogue catalogue) {
    Set<String> unknown = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (Occurrence occurrence : history.occurrences()) {
      if (occurrence.store() != null) {
        places.add(occurrence.store());
      }
      for (OrderLine line : occurrence.lines()) {
        if (line.sku() != null
            && (line.name() == null || line.category() == null || line.maker() == null)) {
          unknown.add(code(line.sku()));
        }
      }
    }
    Goods goods =
        new Goods(
            unknown.isEmpty() ? Map.of() : catalogue.products(unknown),
            places.isEmpty() ? Map.of() : catalogue.stores(places));
    for (Occurrence occurrence : history.occurrences()) {
      for (OrderLine line : occurrence.lines()) {
        if (line.sku() != null && (line.category() != null || line.maker() != null)) {
          goods.described.putIfAbsent(code(line.sku()), line);
        }
      }
    }
    return goods;
  }

  /** The stores of the history that the catalogue knows, by id. */
  public Map<String, Store> stores() {
    return stores;
  }

  /** What to call it; its code when nothing better is known, else nothing. */
  String name(OrderLine line) {
    Product product = product(line);
    if (line.name() != null && !line.name().isBlank()) {
      return line.name();
    }
    if (product != null && product.name() != null) {
      return product.name();
    }
    return line.sku() == null ? "" : line.sku();
  }

  @Nullable String category(OrderLine line) {
    Product product = product(line);
    OrderLine other = line.sku() == null ? null : described.get(code(line.sku()));
    return first(
        List.of(
            text(line.category()),
            text(product == null ? null : product.category()),
            text(other == null ? null : other.category())));
  }

  @Nullable String maker(OrderLine line) {
    Product product = product(line);
    OrderLine other = line.sku() == null ? null : described.get(code(line.sku()));
    return first(
        List.of(
            text(line.maker()),
            text(product == null ? null : product.maker()),
            text(other == null ? null : other.maker())));
  }

  private @Nullable Product product(OrderLine line) {
    return line.sku() == null ? null : products.get(code(line.sku()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static @Nullable String first(List<String> texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static String code(String sku) {
    return sku.toUpperCase(Locale.ROOT);
  }
}
