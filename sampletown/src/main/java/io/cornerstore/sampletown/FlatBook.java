package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Truth.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One line for each person a source knows by name, in random order, in lower case, numbers as ten
 * digits: what a linkage bench reads.
 */
final class FlatBook implements Book {

  private final Press press;
  private final Feed flat;
  private final Feed truths;
  private final long seed;
  private long told;

  FlatBook(Press press, long seed) {
    this.press = press;
    this.seed = seed;
    String columns =
        "source,id,given_name,family_name,birth_date,sex,email,phone,street,city,postcode\n";
    this.flat = press.open("flat.csv", StandardCharsets.UTF_8, columns);
    this.truths = press.open("flat-truth.csv", StandardCharsets.UTF_8, "source,id,person\n");
  }

  @Override
  public void subject(Truth truth, Appearance known) {
    if (truth.evidence() != Evidence.NAME || !truth.person().startsWith("p")) {
      return;
    }
    int key = (int) (Dice.hash(seed, told++) >>> 34);
    Dwelling home = known.address();
    String street = home.unit().isEmpty() ? home.street() : home.street() + ' ' + home.unit();
    flat.add(
        key,
        CsvFeed.join(
            ',',
            truth.source(),
            truth.key(),
            lower(known.given()),
            lower(known.family()),
            known.born(),
            known.sex(),
            lower(known.email()),
            known.phone(),
            lower(street),
            lower(home.city()),
            home.postcode()),
        1);
    truths.add(key, CsvFeed.join(',', truth.source(), truth.key(), truth.person()), 1);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Writes both files and says how many lines each has. */
  long write() throws IOException {
    try {
      press.write(Progress.SILENT);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return told();
  }

  private long told() {
    return flat.count().rows();
  }

  @Override
  public void interaction(String type) {}

  @Override
  public void secret(String file, String kind, String typed) {}
}
