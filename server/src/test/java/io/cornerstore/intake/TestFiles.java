package io.cornerstore.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a feed in a folder of their own. */
public final class TestFiles {

  /** The first line of {@link #orders}. */
  public static final String ORDER_COLUMNS = "order_no,customer,email,sku,qty,price,at\n";

  private final Path folder;

  /** Files in that folder. */
  public TestFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes one in UTF-8. */
  public Path write(String name, String content) {
    return write(name, content, StandardCharsets.UTF_8);
  }

  /** Writes one. */
  public Path write(String name, String content, Charset charset) {
    try {
      return Files.write(folder.resolve(name), content.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /** Orders of one line each, with an e-mail, from one to {@code count}. */
  public static String orders(int first, int count) {
    StringBuilder text = new StringBuilder(ORDER_COLUMNS);
    for (int n = first; n < first + count; n++) {
      text.append(
          "O%d,C%d,c%d@example.org,S%d,%d,9.99,2026-01-%02d 10:%02d:00\n"
              .formatted(n, n % 50, n % 50, n % 7, 1 + n % 3, 1 + n % 28, n % 60));
    }
    return text.toString();
  }

  /** The mapping of {@link #orders}. */
  public static String ordersMapping(String source) {
    return """
    source: %s
    channel: web-order
    files: ["*.csv"]
    zone: Europe/London
    currency: GBP
    country: GB
    subject: {key: customer}
    person: {email: email}
    interaction:
      type: purchase
      time: at
      order: order_no
      line: {sku: sku, quantity: qty, unit-price: price}
    """
        .formatted(source);
  }
}
