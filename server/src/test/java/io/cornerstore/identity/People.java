package io.cornerstore.identity;

import java.util.Random;

/** Made-up people for tests. */
public final class People {

  private static final String[] GIVEN = {
    "Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "June", "Kit", "Lena",
    "Milo", "Nora", "Otto", "Pia", "Quentin", "Rosa", "Saul", "Tess", "Uma", "Vito", "Wanda", "Yuri"
  };
  private static final String[] STEM = {
    "Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivory", "Juniper", "Kelp",
    "Larch", "Maple", "Nettle", "Oak", "Pine", "Quince", "Rowan", "Spruce", "Teak", "Willow", "Yew"
  };
  private static final String[] END = {
    "berg", "brook", "field", "ford", "ham", "ley", "man", "wood"
  };

  private People() {}

  /** Always the same person, fully known. */
  public static MemoryLog.Entry ada(MemoryLog.Entry entry) {
    return entry
        .named("Ada", "Quill")
        .born("1980-05-17")
        .mail("ada.quill@example.org")
        .phone("+12025550101")
        .at("1 High Street", "Exampleton", "EX1 1AA");
  }

  /** So many people; about every third also in a second source, with a gap or a typing error. */
  public static void crowd(MemoryLog log, int people, long seed) {
    crowd(log, "", people, seed);
  }

  /** The same, with keys that begin in an own way. */
  public static void crowd(MemoryLog log, String prefix, int people, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < people; i++) {
      String given = GIVEN[random.nextInt(GIVEN.length)];
      String family = STEM[random.nextInt(STEM.length)] + END[random.nextInt(END.length)];
      String born =
          "%d-%02d-%02d"
              .formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String mail =
          (given + "." + family + prefix + i).toLowerCase(java.util.Locale.ROOT) + "@example.org";
      String street = (1 + random.nextInt(200)) + " " + STEM[random.nextInt(STEM.length)] + " Road";
      String phone = "+1202555%04d".formatted(random.nextInt(10_000));
      log.about("crm", prefix + "c" + i)
          .named(given, family)
          .born(born)
          .mail(mail)
          .phone(phone)
          .at(street, "Exampleton", "EX" + (1 + random.nextInt(60)) + " 1AA")
          .add();
      if (random.nextInt(3) == 0) {
        MemoryLog.Entry second = log.about("web", prefix + "w" + i).mail(mail).phone(phone);
        second.named(given, random.nextBoolean() ? family : family + "e");
        if (random.nextBoolean()) {
          second.born(born);
        }
        second.add();
      }
    }
  }

  /**
   * So many households whose records hang together by threads: several of each person in several
   * sources, most of them sparse; shared addresses and phones, and children called like a parent.
   */
  public static void tangle(MemoryLog log, int households, long seed) {
    Random random = new Random(seed);
    for (int h = 0; h < households; h++) {
      String family = STEM[random.nextInt(STEM.length)] + END[random.nextInt(END.length)];
      String street = (1 + random.nextInt(40)) + " " + STEM[random.nextInt(STEM.length)] + " Road";
      String phone = "+1202555%04d".formatted(random.nextInt(10_000));
      String first = GIVEN[random.nextInt(GIVEN.length)];
      int people = 1 + random.nextInt(3);
      for (int p = 0; p < people; p++) {
        String given = p > 0 && random.nextInt(3) > 0 ? GIVEN[random.nextInt(GIVEN.length)] : first;
        String born = "%d-0%d-1%d".formatted(1940 + 25 * p, 1 + random.nextInt(9), p);
        String mail = (given.charAt(0) + "." + family + p).toLowerCase(java.util.Locale.ROOT);
        int records = 2 + random.nextInt(5);
        for (int r = 0; r < records; r++) {
          MemoryLog.Entry entry = log.about("source" + r, h + "-" + p);
          entry.named(random.nextInt(4) == 0 ? given.substring(0, 1) : given, family);
          if (random.nextInt(3) == 0) {
            entry.born(born);
          }
          if (random.nextInt(3) == 0) {
            entry.mail(mail + "@example.org");
          }
          if (random.nextInt(3) == 0) {
            entry.phone(phone);
          }
          if (random.nextInt(2) == 0) {
            entry.at(street, "Exampleton", "EX" + h % 7 + " 1AA");
          }
          entry.add();
        }
      }
    }
  }
}
