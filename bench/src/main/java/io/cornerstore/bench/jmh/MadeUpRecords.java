package io.cornerstore.bench.jmh;

import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.PartialDate;
import io.cornerstore.linkage.PostalAddress;
import java.util.SplittableRandom;

/** People for the resident index; every eighth is somebody before, slightly changed. */
final class MadeUpRecords {

  private static final String[] SYLLABLES = {
    "ba", "ber", "cal", "den", "el", "fa", "gal", "hol", "in", "ka", "lin", "ma", "nel", "or",
    "per", "ro", "sel", "ta", "ver", "wil",
  };

  private MadeUpRecords() {}

  static LinkageRecord of(int number) {
    boolean again = number % 8 == 7;
    SplittableRandom random = new SplittableRandom(again ? number - 7 : number);
    String given = name(random, 2);
    String family = name(random, 3);
    int person = again ? number - 7 : number;
    PostalAddress address =
        new PostalAddress(
            random.nextInt(1, 200) + " " + name(random, 2) + " Road",
            "",
            name(random, 2),
            "",
            "%05d".formatted(random.nextInt(10_000, 12_000)),
            "US");
    return LinkageRecord.builder(Kind.PERSON, number % 6)
        .givenName(given)
        .familyName(again ? family.substring(1) : family)
        .birthDate(
            new PartialDate(
                random.nextInt(1940, 2005), random.nextInt(1, 13), random.nextInt(1, 29)))
        .email(given + "." + family + person + "@example.org")
        .phone("+1201555%04d".formatted(person % 10_000))
        .address(address)
        .build();
  }

  private static String name(SplittableRandom random, int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }
}
