package io.cornerstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Files of made-up people for one seed, and everything a server made of them, to be compared. */
final class UndoWorld {

  private static final String CRM =
      """
      source: %s
      channel: web-form
      files: ["crm*.csv"]
      country: GB
      rows: upserts
      %s
      subject: {key: id}
      person:
        given-name: given
        family-name: family
        email: email
        tel: phone
        bday: born
        postal-code: postcode
      """;

  private static final String SHOP =
      """
      source: %s
      channel: web-order
      files: ["shop*.csv"]
      zone: Europe/London
      currency: GBP
      country: GB
      subject: {key: customer}
      person: {email: email, given-name: given, family-name: family, tel: phone}
      interaction:
        type: purchase
        time: at
        order: order_no
        line: {sku: sku, quantity: qty, unit-price: price}
      """;

  private static final String PRODUCTS =
      """
      reference: products
      source: erp
      files: ["products*.csv"]
      currency: GBP
      fields: {sku: sku, name: name, category: category, price: price}
      """;

  private final Random random;
  private final Path folder;

  UndoWorld(long seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
  }

  /**
   * A folder of files.
   *
   * @param wild rows mix up people, so that customers merge who are not one
   */
  Path files(String name, int rows, boolean wild) {
    try {
      Path files = Files.createDirectories(folder.resolve(name));
      Files.writeString(
          files.resolve("crm.mapping.yaml"), CRM.formatted("crm", "version: changed"));
      Files.writeString(files.resolve("shop.mapping.yaml"), SHOP.formatted("shop"));
      Files.writeString(files.resolve("products.mapping.yaml"), PRODUCTS);
      Files.writeString(files.resolve("crm-" + name + ".csv"), crm(rows, wild));
      Files.writeString(files.resolve("shop-" + name + ".csv"), shop(rows, wild));
      Files.writeString(files.resolve("products-" + name + ".csv"), products(rows / 4 + 1));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Person(String given, String family, String email, String phone, String born) {}

  private static Person person(int n) {
    String[] given = {"Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana"};
    String[] family = {"Quill", "Rook", "Sable", "Thorn", "Umber", "Vale", "Wren"};
    return new Person(
        given[n % given.length],
        family[n % family.length] + (char) ('a' + n % 23),
        "p" + n + "@example.org",
        "+4479460" + (10000 + n * 37 % 90000),
        "19%02d-%02d-%02d".formatted(50 + n % 45, 1 + n % 12, 1 + n % 28));
  }

  private Person some(boolean wild) {
    Person one = person(random.nextInt(30));
    if (!wild || random.nextInt(3) > 0) {
      return one;
    }
    Person other = person(random.nextInt(30));
    return new Person(other.given, other.family, one.email, other.phone, other.born);
  }

  private String crm(int rows, boolean wild) {
    StringBuilder text = new StringBuilder("id,given,family,email,phone,born,postcode,changed\n");
    for (int n = 0; n < rows; n++) {
      Person one = some(wild);
      text.append(
          "K%d,%s,%s,%s,%s,%s,SW1A 1A%s,%s\n"
              .formatted(
                  random.nextInt(40),
                  one.given,
                  one.family,
                  one.email,
                  one.phone,
                  one.born,
                  (char) ('A' + random.nextInt(4)),
                  time()));
    }
    return text.toString();
  }

  private String shop(int rows, boolean wild) {
    StringBuilder text =
        new StringBuilder("order_no,customer,email,given,family,phone,sku,qty,price,at\n");
    for (int n = 0; n < rows; n++) {
      Person one = some(wild);
      text.append(
          "O%d,S%d,%s,%s,%s,%s,P%d,%s,%d.00,%s\n"
              .formatted(
                  random.nextInt(200),
                  random.nextInt(40),
                  one.email,
                  one.given,
                  one.family,
                  one.phone,
                  random.nextInt(12),
                  random.nextInt(9) == 0 ? "many" : "1",
                  1 + random.nextInt(5),
                  time()));
    }
    return text.toString();
  }

  private String products(int rows) {
    StringBuilder text = new StringBuilder("sku,name,category,price\n");
    for (int n = 0; n < rows; n++) {
      text.append(
          "P%d,Thing %d,%s,%d.50\n"
              .formatted(
                  random.nextInt(12), random.nextInt(3), "ab".charAt(random.nextInt(2)), n % 5));
    }
    return text.toString();
  }

  private String time() {
    return "2026-%02d-%02dT%02d:00:00Z"
        .formatted(1 + random.nextInt(9), 1 + random.nextInt(28), random.nextInt(24));
  }

  /**
   * What a server holds.
   *
   * @param ids with the ids of customers; else customers are the subjects they consist of
   */
  static Map<String, List<String>> state(WholeServer server, boolean ids) {
    Map<String, List<String>> state = new TreeMap<>();
    state.put("customers", customers(server, ids));
    state.put("golden", golden(server, ids));
    state.put("receipts", rows(server, "select cast(message as text) from intake.receipt"));
    state.put(
        "lookups", rows(server, "select concat_ws(' ', token, subject, field) from intake.lookup"));
    state.put(
        "items",
        rows(
            server,
            "select concat_ws(' ', item, subject, content, version_at, kind, gone) from"
                + " intake.feed_item"));
    state.put(
        "entries",
        rows(
            server,
            """
            select concat_ws(' ', subject, item, content, fields, type, gone, occurred_at%s)
            from intake.source_record where withdrawn_by is null and not reread\
            """
                .formatted(ids ? ", late" : "")));
    state.put(
        "products",
        rows(
            server,
            "select concat_ws('|', sku, name, category, price_minor, currency) from"
                + " intake.product"));
    state.put(
        "quarantine",
        rows(
            server,
            "select concat_ws(' ', message, reason) from intake.quarantine where settled_at is"
                + " null"));
    state.put(
        "subjects",
        rows(
            server,
            "select concat_ws(' ', subject, kind, described, third_party) from identity.subject"));
    return state;
  }

  private static List<String> rows(WholeServer server, String sql) {
    List<String> rows = new ArrayList<>(server.jdbc().sql(sql).query(String.class).list());
    rows.sort(null);
    return rows;
  }

  private static Map<UUID, TreeSet<String>> members(WholeServer server) {
    Map<UUID, TreeSet<String>> members = new TreeMap<>();
    server
        .jdbc()
        .sql("select customer, subject from identity.member")
        .query(row -> {
          members
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeSet<>())
              .add(row.getString(2));
        });
    return members;
  }

  private static List<String> customers(WholeServer server, boolean ids) {
    List<String> customers = new ArrayList<>();
    members(server).forEach((id, subjects) -> customers.add((ids ? id + " " : "") + subjects));
    if (ids) {
      customers.addAll(
          rows(
              server,
              """
              select concat_ws(' ', customer, kind, doubtful, since, live) from identity.customer
              where live\
              """));
    }
    customers.sort(null);
    return customers;
  }

  /** Winners of each customer, named by what their records say. */
  private static List<String> golden(WholeServer server, boolean ids) {
    Map<UUID, TreeSet<String>> members = members(server);
    List<String> golden = new ArrayList<>();
    server
        .jdbc()
        .sql(
            """
            select g.customer, f.field, concat_ws(' ', r.subject, r.occurred_at, r.fields, f.rule)
              from profile.golden g
             cross join lateral unnest(g.fields, g.records, g.rules) as f (field, record, rule)
              join intake.source_record r on r.id = f.record
            """)
        .query(row -> {
          UUID customer = row.getObject(1, UUID.class);
          golden.add(
              (ids ? customer : members.get(customer))
                  + " "
                  + row.getInt(2)
                  + " "
                  + row.getString(3));
        });
    golden.sort(null);
    return golden;
  }
}
