package io.cornerstore.intake.log;

import io.cornerstore.intake.Catalogue;
import io.cornerstore.intake.Product;
import io.cornerstore.intake.Store;
import io.cornerstore.kernel.Money;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Products and stores in PostgreSQL: in the clear, since nothing about them is personal. */
public class CatalogueRows implements Catalogue {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  /** Over the main database. */
  public CatalogueRows(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Product> products(Collection<String> skus) {
    Map<String, Product> products = new HashMap<>();
    if (!skus.isEmpty()) {
      jdbc.sql(
              """
              select sku, name, category, subcategory, maker, price_minor, currency
                from intake.product where sku in (:skus)\
              """)
          .param("skus", skus.stream().map(sku -> sku.toUpperCase(Locale.ROOT)).toList())
          .query((row, _) -> {
            long minor = row.getLong(6);
            String currency = row.getString(7);
            return new Product(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                currency == null ? null : new Money(minor, currency));
          })
          .list()
          .forEach(product -> products.put(product.sku(), product));
    }
    return products;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Store> stores(Collection<String> ids) {
    Map<String, Store> stores = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, name, locality, country, zone from intake.store where id in (:ids)")
          .param("ids", ids)
          .query((row, _) -> {
            String zone = row.getString(5);
            return new Store(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                zone == null ? null : ZoneId.of(zone));
          })
          .list()
          .forEach(store -> stores.put(store.id(), store));
    }
    return stores;
  }

  /** Writes products; returns how many are new or changed. */
  public int writeProducts(List<Product> products, ImportRun run) {
    template.batchUpdate(
        """
        insert into intake.product_version
          (run, sku, name, category, subcategory, maker, price_minor, currency)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        products.stream().map(product -> row(run.id(), values(product))).toList());
    return changed(
        template.batchUpdate(
            """
            insert into intake.product as p
              (sku, name, category, subcategory, maker, price_minor, currency)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (sku) do update
              set name = excluded.name, category = excluded.category,
                  subcategory = excluded.subcategory, maker = excluded.maker,
                  price_minor = excluded.price_minor, currency = excluded.currency
              where (p.*) is distinct from (excluded.*)\
            """,
            products.stream().map(CatalogueRows::values).toList()));
  }

  /** Writes stores; returns how many are new or changed. */
  public int writeStores(List<Store> stores, ImportRun run) {
    template.batchUpdate(
        """
        insert into intake.store_version (run, id, name, locality, country, zone)
        values (?, ?, ?, ?, ?, ?)\
        """,
        stores.stream().map(store -> row(run.id(), values(store))).toList());
    return changed(
        template.batchUpdate(
            """
            insert into intake.store as s (id, name, locality, country, zone)
            values (?, ?, ?, ?, ?)
            on conflict (id) do update
              set name = excluded.name, locality = excluded.locality,
                  country = excluded.country, zone = excluded.zone
              where (s.*) is distinct from (excluded.*)\
            """,
            stores.stream().map(CatalogueRows::values).toList()));
  }

  /** Forgets what old runs of a feed said and newer ones have replaced. */
  public void forgetOld(int feed) {
    jdbc.sql(CatalogueVersions.forget("product", "sku")).param("feed", feed).update();
    jdbc.sql(CatalogueVersions.forget("store", "id")).param("feed", feed).update();
  }

  private static @Nullable Object[] values(Product product) {
    return row(
        product.sku(),
        product.name(),
        product.category(),
        product.subcategory(),
        product.maker(),
        product.price() == null ? null : product.price().minorUnits(),
        product.price() == null ? null : product.price().currency());
  }

  private static @Nullable Object[] values(Store store) {
    return row(
        store.id(),
        store.name(),
        store.locality(),
        store.country(),
        store.zone() == null ? null : store.zone().getId());
  }

  private static @Nullable Object[] row(long run, @Nullable Object[] values) {
    @Nullable Object[] row = new @Nullable Object[values.length + 1];
    row[0] = run;
    System.arraycopy(values, 0, row, 1, values.length);
    return row;
  }

  @SuppressWarnings("NullAway") // columns of a row may be null; Spring's signature does not say so
  private static Object[] row(@Nullable Object... values) {
    return values;
  }

  private static int changed(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
