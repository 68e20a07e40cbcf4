package io.cornerstore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small shop's orders, of whose four rows one is right. One feed for each test that mends it. */
record FaultyFeed(String shop) {

  /** Nobody mends this one. */
  static final FaultyFeed BAKERY = new FaultyFeed("bakery");

  static final FaultyFeed DAIRY = new FaultyFeed("dairy");
  static final FaultyFeed FISHMONGER = new FaultyFeed("fishmonger");
  static final FaultyFeed GREENGROCER = new FaultyFeed("greengrocer");
  static final FaultyFeed HATTER = new FaultyFeed("hatter");
  static final FaultyFeed IRONMONGER = new FaultyFeed("ironmonger");
  static final FaultyFeed JEWELLER = new FaultyFeed("jeweller");

  private static final List<FaultyFeed> ALL =
      List.of(BAKERY, DAIRY, FISHMONGER, GREENGROCER, HATTER, IRONMONGER, JEWELLER);

  private static final String MAPPING =
      """
      source: %1$s
      channel: web-order
      files: ["%1$s.csv"]
      zone: Europe/London
      currency: GBP
      country: GB
      subject: {key: customer}
      person: {email: email, given-name: given, family-name: family}
      interaction:
        type: purchase
        time: at
        order: order_no
        line: {sku: sku, quantity: qty, unit-price: price}
      """;

  private static final String ROWS =
      """
      order_no,customer,given,family,email,sku,qty,price,at
      B1,C1,Ada,Quill,ada.quill@%1$s.example.org,RYE,1,3.20,2026-01-05 10:00:00
      B2,C2,Ben,Rook,ben.rook@%1$s.example.org,RYE,two,3.20,2026-01-05 10:05:00
      B3,C3,Cleo,Sable,cleo.sable@%1$s.example.org,RYE,three,3.20,2026-01-05 10:07:00
      B4,C4,Dan,Thorn,dan.thorn@%1$s.example.org,RYE,1,3.20,yesterday
      """;

  /** Its mapping, as a person writes it. */
  String mapping() {
    return MAPPING.formatted(shop);
  }

  /** Imports all of them beside the running program, as a person does. */
  static void importAll(Path data) throws IOException {
    Path files = Files.createDirectories(Path.of("target", "faulty-feeds").toAbsolutePath());
    for (FaultyFeed feed : ALL) {
      Files.writeString(files.resolve(feed.shop + ".mapping.yaml"), feed.mapping());
      Files.writeString(files.resolve(feed.shop + ".csv"), ROWS.formatted(feed.shop));
    }
    Process process =
        new ProcessBuilder(
                DemoProgram.command("import", files.toString(), "--data", data.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(said).isZero();
  }
}
