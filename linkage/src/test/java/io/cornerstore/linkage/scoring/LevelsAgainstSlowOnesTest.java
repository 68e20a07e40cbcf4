package io.cornerstore.linkage.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.cornerstore.linkage.store.AddressTable;
import io.cornerstore.linkage.store.ByteDictionary;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.store.Store;
import io.cornerstore.linkage.text.Nicknames;
import io.cornerstore.linkage.text.Phonetic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every comparison against {@link SlowLevels}, on random values and their misspellings. */
class LevelsAgainstSlowOnesTest {
  private static final int PAIRS = 1_000_000;
  private final Store store = new Store();
  private final ContactComparison contacts = new ContactComparison(store);
  private final int[] seen = new int[Attribute.LEVELS];

  @Test
  void date_millionPairs_equalsTheDefinition() {
    Random random = new Random(31);
    for (int i = 0; i < PAIRS; i++) {
      int[] a = randomDate(random);
      int[] b = random.nextInt(3) == 0 ? randomDate(random) : changed(a, random);
      check(DateComparison.level(packed(a), packed(b)), SlowLevels.date(a, b), i);
    }
    assertEveryLevelWasSeen(Attribute.BIRTH);
  }

  @Test
  void phone_millionPairs_equalsTheDefinition() {
    Random random = new Random(32);
    for (int i = 0; i < PAIRS; i++) {
      String a = digits(random, 5 + random.nextInt(10));
      String b = phoneLike(a, random);
      long x = Digits.pack(a);
      long y = Digits.pack(b);
      if (x == 0 || y == 0) {
        continue;
      }
      int idA = store.phones().hold(x);
      int idB = store.phones().hold(y);
      check(contacts.phone(idA, idB), SlowLevels.phone(a, b), i);
      store.phones().release(idA);
      store.phones().release(idB);
    }
    assertEveryLevelWasSeen(Attribute.PHONE);
  }

  @Test
  void email_millionPairs_equalsTheDefinition() {
    Random random = new Random(33);
    for (int i = 0; i < PAIRS; i++) {
      String a = randomEmail(random);
      String b = random.nextInt(8) == 0 ? randomEmail(random) : emailLike(a, random);
      if (b.length() < 2 || a.indexOf('@') < 1 || b.indexOf('@') < 1) {
        continue;
      }
      int idA = hold(store.emails(), a);
      int idB = hold(store.emails(), b);
      check(contacts.email(idA, idB), SlowLevels.email(a, b), i);
      store.emails().release(idA);
      store.emails().release(idB);
    }
    assertEveryLevelWasSeen(Attribute.EMAIL);
  }

  @Test
  void address_millionPairs_equalsTheDefinition() {
    Random random = new Random(34);
    for (int i = 0; i < PAIRS; i++) {
      SlowLevels.Address a = randomAddress(random);
      SlowLevels.Address b = random.nextInt(4) == 0 ? randomAddress(random) : moved(a, random);
      int idA = hold(a);
      int idB = hold(b);
      if (idA != 0 && idB != 0) {
        check(contacts.address(idA, idB), SlowLevels.address(a, b), i);
      }
    }
    assertEveryLevelWasSeen(Attribute.ADDRESS);
  }

  @Test
  void name_millionPairs_equalsTheDefinition() {
    NameTable names = new NameTable(Nicknames.standard());
    NameComparison comparison = new NameComparison(names, Frequencies.none());
    Random random = new Random(35);
    for (int i = 0; i < PAIRS; i++) {
      String a = randomName(random);
      String b = random.nextInt(6) == 0 ? randomName(random) : slipped(a, random).strip();
      if (b.length() < 2 || b.contains("  ") || isKnown(a) || isKnown(b)) {
        continue;
      }
      int idA = names.hold(bytes(a), 0, a.length());
      int idB = names.hold(bytes(b), 0, b.length());
      int expected = SlowLevels.name(a, b, sound(a) == sound(b));
      check(comparison.level(idA, idB), expected, i);
      check(comparison.level(idB, idA), expected, i);
    }
    assertThat(seen[NameLevels.EXACT]).isPositive();
    assertThat(seen[NameLevels.CLOSE]).isPositive();
    assertThat(seen[NameLevels.PART]).isPositive();
    assertThat(seen[NameLevels.SIMILAR]).isPositive();
    assertThat(seen[NameLevels.DIFFERENT]).isPositive();
  }

  @Test
  void others_millionPairs_equalsTheDefinition() {
    ByteDictionary texts = new ByteDictionary(64);
    OtherComparison comparison = new OtherComparison(texts);
    Random random = new Random(36);
    for (int i = 0; i < PAIRS; i++) {
      List<String> a = new ArrayList<>();
      List<String> b = new ArrayList<>();
      for (int column = 1 + random.nextInt(4); column > 0; column--) {
        String value = random.nextInt(4) == 0 ? "" : word(random, 10, 6);
        a.add(value);
        b.add(
            switch (random.nextInt(4)) {
              case 0 -> "";
              case 1 -> slipped(value, random);
              case 2 -> word(random, 10, 6);
              default -> value;
            });
      }
      int idA = hold(texts, String.join("\0", a) + "\0");
      int idB = hold(texts, String.join("\0", b) + "\0");
      check(comparison.level(idA, idB), SlowLevels.others(a, b), i);
    }
    assertEveryLevelWasSeen(Attribute.OTHERS);
  }

  private void check(int level, int expected, int number) {
    if (expected >= 0 && level != expected) {
      fail("pair %s: level %s, not %s", number, level, expected);
    }
    seen[level]++;
  }

  /* A generator that never makes a level would test nothing of it. */
  private void assertEveryLevelWasSeen(Attribute attribute) {
    for (int level = 1; level < attribute.levels().size(); level++) {
      assertThat(seen[level]).as(attribute.levels().get(level)).isPositive();
    }
  }

  private static int[] randomDate(Random random) {
    int[] date = {1930 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28)};
    for (int part = 0; part < 3; part++) {
      date[part] = random.nextInt(8) == 0 ? 0 : date[part];
    }
    return date;
  }

  private static int[] changed(int[] date, Random random) {
    int[] changed = date.clone();
    for (int times = random.nextInt(3); times > 0; times--) {
      switch (random.nextInt(5)) {
        case 0 -> changed[0] = date[0] == 0 ? 0 : date[0] + random.nextInt(41) - 20;
        case 1 -> changed[1] = random.nextInt(13);
        case 2 -> changed[2] = random.nextInt(29);
        case 3 -> {
          changed[1] = Math.min(date[2], 12);
          changed[2] = date[1];
        }
        default -> changed[random.nextInt(3)] = 0;
      }
    }
    return changed;
  }

  private static int packed(int[] date) {
    return date[0] << 9 | date[1] << 5 | date[2];
  }

  private static String phoneLike(String phone, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> digits(random, 5 + random.nextInt(10));
      case 1 -> phone;
      case 2 -> phone.substring(random.nextInt(phone.length() - 4));
      case 3 -> ("" + (1 + random.nextInt(99)) + phone).substring(0, Math.min(15, phone.length()));
      default -> slippedDigits(phone, random);
    };
  }

  private static String slippedDigits(String text, Random random) {
    StringBuilder slipped = new StringBuilder(text);
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      int at = random.nextInt(text.length() - 1);
      if (random.nextBoolean()) {
        slipped.setCharAt(at, (char) ('0' + random.nextInt(10)));
      } else {
        char c = slipped.charAt(at);
        slipped.setCharAt(at, slipped.charAt(at + 1));
        slipped.setCharAt(at + 1, c);
      }
    }
    return slipped.toString();
  }

  private static String digits(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private static String randomEmail(Random random) {
    String number = random.nextInt(3) == 0 ? digits(random, 1 + random.nextInt(3)) : "";
    return word(random, 9, 6) + number + "@" + word(random, 4, 4) + ".example";
  }

  private static String emailLike(String email, Random random) {
    int at = email.indexOf('@');
    return switch (random.nextInt(6)) {
      case 0 -> email;
      case 1 -> email.substring(0, at) + "@" + word(random, 5, 5) + ".example";
      case 2 -> email.substring(0, at) + slipped(email.substring(at), random);
      case 3 -> slipped(slipped(email, random), random);
      default -> slipped(email.substring(0, at), random) + email.substring(at);
    };
  }

  private static SlowLevels.Address randomAddress(Random random) {
    return new SlowLevels.Address(
        random.nextInt(5) == 0 ? "" : word(random, 8, 4) + " street",
        random.nextInt(4),
        random.nextInt(3),
        random.nextInt(4) == 0 ? "" : word(random, 8, 3),
        random.nextInt(4) == 0 ? "" : digits(random, 2));
  }

  private static SlowLevels.Address moved(SlowLevels.Address from, Random random) {
    SlowLevels.Address other = randomAddress(random);
    return new SlowLevels.Address(
        random.nextInt(3) == 0 ? slipped(from.street(), random) : from.street(),
        random.nextInt(3) == 0 ? other.house() : from.house(),
        random.nextInt(2) == 0 ? other.unit() : from.unit(),
        random.nextInt(3) == 0 ? slipped(from.town(), random) : from.town(),
        random.nextInt(3) == 0 ? other.code() : from.code());
  }

  private int hold(SlowLevels.Address address) {
    AddressTable table = store.addresses();
    int[] parts = new int[AddressTable.WIDTH];
    parts[AddressTable.STREET] =
        table.streets().intern(bytes(address.street()), 0, address.street().length());
    parts[AddressTable.HOUSE] = address.house() * 32;
    parts[AddressTable.UNIT] = address.unit();
    parts[AddressTable.TOWN] =
        table.places().intern(bytes(address.town()), 0, address.town().length());
    parts[AddressTable.CODE] =
        table.places().intern(bytes(address.code()), 0, address.code().length());
    return table.hold(parts);
  }

  private static String randomName(Random random) {
    String name = word(random, 9, 5) + word(random, 3, 5);
    return random.nextInt(4) == 0 ? name + " " + word(random, 5, 5) + "n" : name;
  }

  private static boolean isKnown(String name) {
    return Nicknames.standard().groupsOf(name.split(" ")[0]) != 0;
  }

  private static int sound(String name) {
    return Phonetic.code(bytes(name), 0, name.length());
  }

  private static String word(Random random, int longest, int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(longest); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }

  private static String slipped(String text, Random random) {
    if (text.isEmpty()) {
      return text;
    }
    StringBuilder slipped = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> slipped.insert(at, (char) ('a' + random.nextInt(6)));
      case 1 -> slipped.setCharAt(at, (char) ('a' + random.nextInt(6)));
      case 2 -> slipped.deleteCharAt(at);
      default -> slipped.append(text.charAt(at));
    }
    return slipped.toString();
  }

  private static int hold(ByteDictionary texts, String text) {
    return texts.hold(bytes(text), 0, text.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
