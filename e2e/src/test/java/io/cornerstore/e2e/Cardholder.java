package io.cornerstore.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody with a loyalty card, as the town's feed has them. */
record Cardholder(String given, String family, String email) {

  /** The first of the town whose names are plain letters, and long enough to misspell. */
  static Cardholder of(DemoProgram program) throws IOException {
    Path feed = program.data().resolve("town/feeds/loyalty-cards.csv");
    List<String> lines = Files.readAllLines(feed, StandardCharsets.UTF_8);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Cardholder one =
          new Cardholder(
              cells[header.indexOf("first_name")],
              cells[header.indexOf("last_name")],
              cells[header.indexOf("email")]);
      if (cells.length == header.size() && one.suits()) {
        return one;
      }
    }
    throw new IllegalStateException("no suitable cardholder in the town");
  }

  private boolean suits() {
    return given.matches("[A-Z][a-z]{3,}")
        && family.matches("[A-Z][a-z]{6,}")
        && email.matches("[a-z0-9._]+@[a-z0-9.]+");
  }

  /** The family name with its third and fourth letter the wrong way round. */
  String misspelledFamily() {
    return family.substring(0, 2) + family.charAt(3) + family.charAt(2) + family.substring(4);
  }
}
