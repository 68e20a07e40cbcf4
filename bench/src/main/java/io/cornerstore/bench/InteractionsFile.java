package io.cornerstore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A feed of what the people of a {@link PeopleFile} did: orders of one line each, two years long.
 */
record InteractionsFile(Path folder, int people, int each) {

  private static final String MAPPING =
      """
      source: %s
      channel: web-order
      feed: orders
      files: ["orders.csv"]
      rows: events
      zone: America/New_York
      currency: USD
      message-id: order
      subject: {key: customer}
      interaction:
        type: purchase
        time: at
        order: order
        line: {sku: sku, name: item, quantity: quantity, unit-price: price}
      """;

  void write(String source) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("orders.mapping.yaml"), MAPPING.formatted(source));
    LocalDateTime first = LocalDateTime.of(2023, 1, 2, 8, 0);
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("orders.csv"), StandardCharsets.UTF_8)) {
      out.write("order,customer,at,sku,item,quantity,price\n");
      for (int number = 0; number < each; number++) {
        for (int person = 0; person < people; person++) {
          int mix = person * 31 + number * 17;
          out.write(
              "o%d-%d,%s,%s,sku%d,Article %d,%d,%d.95%n"
                  .formatted(
                      person,
                      number,
                      PeopleFile.key(person),
                      first.plusHours(number * 290L + mix % 200),
                      mix % 900,
                      mix % 900,
                      1 + mix % 3,
                      2 + mix % 80));
        }
      }
    }
  }
}
