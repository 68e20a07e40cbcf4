package io.cornerstore.sampletown;

/** The reference feeds: what is sold, and where. */
final class References {

  private References() {}

  static void write(Opening opening) {
    Feed products =
        opening
            .press()
            .open(
                "products.csv",
                java.nio.charset.StandardCharsets.UTF_8,
                CsvFeed.join(',', "sku", "name", "category", "maker", "price"));
    int place = 0;
    for (Product product : opening.town().catalog().products()) {
      String price = Basket.money(product.cents());
      String row =
          CsvFeed.join(
              ',', product.sku(), product.name(), product.category(), product.maker(), price);
      products.add(place++, row, 1);
    }
    Feed stores =
        opening
            .press()
            .open(
                "stores.csv",
                java.nio.charset.StandardCharsets.UTF_8,
                CsvFeed.join(',', "id", "name", "city", "country", "tz"));
    for (Stores.Store store : opening.town().stores().all()) {
      String row = CsvFeed.join(',', store.id(), store.name(), store.city(), "US", store.zone());
      stores.add(place++, row, 1);
    }
  }
}
