package io.cornerstore.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A seeded crowd of made-up people, each with several records of several sources, with typing
 * errors, gaps, families, twins, juniors, movers and married names; and the truth about them.
 *
 * <p>E-mail domains and phone numbers are from ranges reserved for fiction.
 */
final class MadeUpPeople {
  static final String[] GIVEN =
      ("Mary James Linda Robert Susan Michael Karen David Nancy William Lisa Richard Betty Thomas"
              + " Helen Charles Sandra Joseph Donna Daniel Carol Matthew Ruth Anthony Sharon Mark"
              + " Michelle Donald Laura Steven Sarah Paul Kimberly Andrew Deborah Joshua Jessica"
              + " Kenneth Shirley Kevin Cynthia Brian Angela George Melissa Edward Brenda Ronald Amy"
              + " Timothy Anna Jason Rebecca Jeffrey Virginia Ryan Kathleen Jacob Pamela Gary Martha"
              + " Nicholas Debra Eric Amanda Jonathan Stephanie Stephen Carolyn Larry Christine Justin"
              + " Budi Siti Agus Dewi Eko Putri Joko Ratna Bambang Wati Rudi Indah Hendra Lestari")
          .split(" ");
  private static final String[] SYLLABLES =
      ("har ber wil son man fer gar dun mor lan bro kel tan wes ton ley ford field wood ridge stan"
              + " cole mar vin hol den bur rick san to war di no ku pra ja wi ra")
          .split(" ");
  private static final String[] STREETS =
      "Oak Maple Cedar Elm Pine Lake Hill Park River Church Mill High Station Garden Meadow Bridge"
          .split(" ");
  private static final String[] TYPES = "Street Avenue Road Lane Drive".split(" ");
  private static final String[] TOWNS =
      "Aldenbrook Fernhollow Kestrelton Marrowby Pinecombe Ravensmere Tidewell Umberfield"
          .split(" ");

  private final Random random;
  private final List<LinkageRecord> records = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();
  private final String[] families;
  private int people;

  /** A person as she is. */
  private record Person(
      int id, String given, String family, PartialDate birth, String sex, String email) {}

  private record Home(PostalAddress address, String phone, String email) {}

  private MadeUpPeople(int homes, long seed) {
    random = new Random(seed);
    families = new String[Math.max(200, homes / 3)];
    for (int i = 0; i < families.length; i++) {
      families[i] =
          capital(pick(SYLLABLES) + pick(SYLLABLES) + (i % 3 == 0 ? pick(SYLLABLES) : ""));
    }
    for (int i = 0; i < homes; i++) {
      home();
    }
  }

  /** So many homes of about two and a half people, of about two records each. */
  static MadeUpPeople of(int homes, long seed) {
    return new MadeUpPeople(homes, seed);
  }

  List<LinkageRecord> records() {
    return records;
  }

  /** Number of the person a record is about. */
  int personOf(int record) {
    return truth.get(record);
  }

  /** The records in another order; the truth goes with them. */
  List<Integer> shuffled(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private void home() {
    String family = families[(int) (families.length * Math.pow(random.nextDouble(), 2))];
    Home home = newHome(family);
    int size = 1 + random.nextInt(4);
    List<Person> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Person person = person(family, i < 2 ? 1940 + random.nextInt(50) : 1990 + random.nextInt(25));
      while (isNamesake(person, members)) {
        person = person(family, person.birth().year());
      }
      if (i == 3 && random.nextInt(20) == 0) {
        person = twinOf(members.get(2), person);
      } else if (i == 2 && random.nextInt(40) == 0) {
        person = juniorOf(members.getFirst(), person);
      }
      members.add(person);
    }
    for (Person person : members) {
      recordsOf(person, home);
    }
  }

  private static boolean isNamesake(Person person, List<Person> others) {
    return others.stream().anyMatch(other -> other.given().equals(person.given()));
  }

  private Person twinOf(Person first, Person other) {
    return new Person(
        other.id(), other.given(), first.family(), first.birth(), other.sex(), other.email());
  }

  private Person juniorOf(Person father, Person other) {
    return new Person(
        other.id(), father.given(), father.family(), other.birth(), father.sex(), other.email());
  }

  private Person person(String family, int year) {
    String given = GIVEN[(int) (GIVEN.length * Math.pow(random.nextDouble(), 1.5))];
    PartialDate birth = new PartialDate(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    String email =
        (given + "." + family + random.nextInt(900) + "@mail" + random.nextInt(9) + ".example.org")
            .toLowerCase(java.util.Locale.ROOT);
    return new Person(people++, given, family, birth, random.nextBoolean() ? "F" : "M", email);
  }

  private Home newHome(String family) {
    int town = random.nextInt(TOWNS.length);
    String street = (1 + random.nextInt(180)) + " " + pick(STREETS) + " " + pick(TYPES);
    String code = String.valueOf(10000 + town * 1000 + random.nextInt(900));
    return new Home(
        new PostalAddress(street, "", TOWNS[town], "", code, "US"),
        "+1" + (200 + random.nextInt(700)) + "55501" + (10 + random.nextInt(90)),
        ("the." + family + random.nextInt(9999) + "@example.net")
            .toLowerCase(java.util.Locale.ROOT));
  }

  private void recordsOf(Person person, Home home) {
    int count = 1 + random.nextInt(3);
    String mobile = "+1" + (200 + random.nextInt(700)) + "55" + (50000 + random.nextInt(49999));
    Home later = random.nextInt(10) == 0 ? newHome(person.family()) : home;
    String married = "F".equals(person.sex()) && random.nextInt(12) == 0 ? pick(families) : "";
    for (int i = 0; i < count; i++) {
      boolean moved = i > 0;
      Home at = moved ? later : home;
      String family = moved && !married.isEmpty() ? married : person.family();
      LinkageRecord.Builder record =
          LinkageRecord.builder(Kind.PERSON, i)
              .givenName(typo(nickname(person.given()), 12))
              .familyName(typo(family, 15));
      if (random.nextInt(10) < 7) {
        record.birthDate(mistyped(person.birth()));
      }
      if (random.nextInt(10) < 5) {
        record.sex(person.sex());
      }
      if (random.nextInt(10) < 7) {
        record.email(random.nextInt(5) == 0 ? at.email() : typo(person.email(), 30));
      }
      if (random.nextInt(10) < 7) {
        record.phone(random.nextInt(3) == 0 ? at.phone() : mobile);
      }
      if (random.nextInt(10) < 8) {
        record.address(at.address());
      }
      records.add(record.build());
      truth.add(person.id());
    }
  }

  private String nickname(String given) {
    if (random.nextInt(10) > 0) {
      return given;
    }
    return switch (given) {
      case "William" -> "Bill";
      case "Robert" -> "Bob";
      case "Michael" -> "Mike";
      case "Richard" -> "Dick";
      case "Deborah" -> "Debbie";
      case "Timothy" -> "Tim";
      default -> given;
    };
  }

  private PartialDate mistyped(PartialDate date) {
    return switch (random.nextInt(30)) {
      case 0 ->
          new PartialDate(
              date.year(), Math.clamp(date.day(), 1, 12), Math.clamp(date.month(), 1, 28));
      case 1 -> new PartialDate(date.year(), 0, 0);
      case 2 -> new PartialDate(date.year(), date.month(), Math.min(28, date.day() + 1));
      default -> date;
    };
  }

  private String typo(String text, int oneIn) {
    if (random.nextInt(oneIn) != 0 || text.length() < 4) {
      return text;
    }
    int at = 1 + random.nextInt(text.length() - 2);
    char[] chars = text.toCharArray();
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> {
        char c = chars[at];
        chars[at] = chars[at + 1];
        chars[at + 1] = c;
        yield new String(chars);
      }
      default -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at);
    };
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
