package io.cornerstore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A feed of people: eight personal fields and columns that are kept, about 500 bytes a row. The
 * same seed makes the same file. All are different people, but one row of fifty is somebody again,
 * under another key and with a mistyped name. Names are skewed; addresses lie on reserved domains,
 * phone numbers have the exchange 555.
 */
record PeopleFile(Path folder, int rows, long seed) {

  private static final int AGAIN = 50;
  private static final String[] SYLLABLES = {
    "ba", "ber", "bo", "cal", "den", "do", "el", "fa", "fer", "gal", "go", "ha", "hol", "in", "ka",
        "kel",
    "la", "lin", "lo", "ma", "mer", "mo", "na", "nel", "no", "or", "pa", "per", "ra", "ril", "ro",
        "sa",
    "sel", "son", "ta", "ter", "to", "va", "vin", "wa", "wel", "yo", "za",
  };
  private static final String[] STREETS = {"Road", "Street", "Lane", "Avenue", "Court"};
  private static final String NOTE =
      "prefers the morning; asked for the printed catalogue; came by the spring fair; parcel to the neighbour "
          + "when nobody is at home; likes to be called by the first name; no samples of scent, please";

  private static final String HEADER =
      "id,given,family,born,email,phone,street,city,postcode,since,shop,segment,note\n";
  private static final String MAPPING =
      """
      source: %s
      channel: web-form
      feed: people
      files: ["people.csv"]
      rows: events
      zone: America/New_York
      country: US
      message-id: id
      subject: {key: id}
      person:
        given-name: given
        family-name: family
        bday: born
        email: email
        tel: phone
        street-address: street
        address-level2: city
        postal-code: postcode
      extra: [since, shop, segment, note]
      """;

  private record Human(
      String given,
      String family,
      LocalDate born,
      String email,
      String phone,
      String street,
      int town) {}

  /** Writes {@code people.csv} and its mapping; the key of row n is {@code key(n)}. */
  void write(String source) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("people.mapping.yaml"), MAPPING.formatted(source));
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("people.csv"), StandardCharsets.UTF_8)) {
      out.write(HEADER);
      for (int row = 0; row < rows; row++) {
        boolean again = row % AGAIN == AGAIN - 1;
        Human human = human(again ? row - AGAIN / 2 : row);
        out.write(line(row, human, again ? mistyped(human.family()) : human.family()));
      }
    }
  }

  static String key(int row) {
    return "c" + row;
  }

  private Human human(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    String given = name(random, 2, 0.35);
    String family = name(random, 3, 0.75);
    LocalDate born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(26_000));
    String email = (given + "." + family).toLowerCase(Locale.ROOT) + number + "@example.org";
    String phone = "+1%d555%04d".formatted(201 + number / 10_000 % 700, number % 10_000);
    String street =
        (1 + random.nextInt(240)) + " " + name(random, 3, 1) + " " + STREETS[random.nextInt(5)];
    return new Human(given, family, born, email, phone, street, random.nextInt(1_500));
  }

  /** A few names are common and most are rare: each syllable favours the front of the list. */
  private static String name(SplittableRandom random, int syllables, double spread) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      double skewed = Math.pow(random.nextDouble(), 1 / spread);
      name.append(SYLLABLES[(int) (skewed * SYLLABLES.length)]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  private static String mistyped(String name) {
    return name.charAt(0) + name.substring(2, 3) + name.charAt(1) + name.substring(3);
  }

  private String line(int row, Human human, String family) {
    SplittableRandom town = new SplittableRandom(human.town());
    String city = name(town, 3, 1) + " Falls";
    return "%s,%s,%s,%s,%s,%s,%s,%s,%05d,%s,shop-%03d,segment-%s,\"%s (%s)\"%n"
        .formatted(
            key(row),
            human.given(),
            family,
            human.born(),
            human.email(),
            human.phone(),
            human.street(),
            city,
            10_000 + human.town() * 7,
            LocalDate.of(2015, 1, 1).plusDays(row % 3_000),
            row % 300,
            Integer.toString(row % 26 + 10, 36),
            NOTE,
            NOTE.substring(0, 140 + row % 40));
  }
}
