package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.text.Textbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The levels of agreement as their definitions have them, on strings: slow, plain, written apart
 * from the fast comparisons. -1 where rounding alone decides.
 */
final class SlowLevels {
  private static final double ALIKE = .92;
  private static final double HAIR = 1e-9;

  private SlowLevels() {}

  /** Dates as year, month, day; 0 where unknown. */
  static int date(int[] a, int[] b) {
    int known = 0;
    int same = 0;
    for (int part = 0; part < 3; part++) {
      if (a[part] != 0 && b[part] != 0) {
        known++;
        same += a[part] == b[part] ? 1 : 0;
      }
    }
    if (known == 0) {
      return 0;
    }
    boolean yearsKnown = a[0] != 0 && b[0] != 0;
    boolean sameYear = yearsKnown && a[0] == b[0];
    boolean generation = yearsKnown && Math.abs(a[0] - b[0]) >= 13;
    int apart = generation ? 7 : 6;
    if (known < 3) {
      return same == known ? 3 : sameYear ? 5 : apart;
    }
    if (same == 3) {
      return 1;
    }
    boolean exchanged = sameYear && a[1] == b[2] && a[2] == b[1];
    if (exchanged || (same == 2 && isSlip(digits(a), digits(b)))) {
      return 2;
    }
    if (same == 2 && !generation) {
      return 4;
    }
    return sameYear ? 5 : apart;
  }

  private static String digits(int[] date) {
    return "%04d%02d%02d".formatted(date[0], date[1], date[2]);
  }

  /** Whether one place differs, or two neighbours are swapped. */
  static boolean isSlip(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        places.add(i);
      }
    }
    if (places.size() == 1) {
      return true;
    }
    if (places.size() != 2 || places.get(1) != places.get(0) + 1) {
      return false;
    }
    int at = places.getFirst();
    return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
  }

  /** Phones as digits. */
  static int phone(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    boolean long1 = a.length() >= 7 && b.length() >= 7;
    if (long1 && a.substring(a.length() - 7).equals(b.substring(b.length() - 7))) {
      return 2;
    }
    return isSlip(a, b) ? 3 : 4;
  }

  /** E-mail addresses of two characters or more. */
  static int email(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (a.charAt(0) != b.charAt(0) && a.charAt(1) != b.charAt(1)) {
      return 5;
    }
    String localA = local(a);
    String localB = local(b);
    boolean sameDigits = a.replaceAll("[^0-9]", "").equals(b.replaceAll("[^0-9]", ""));
    if (localA.equals(localB)) {
      String restA = a.substring(localA.length());
      String restB = b.substring(localB.length());
      if (sameDigits && Textbook.editDistance(restA, restB) <= 2) {
        return 2;
      }
      return localA.length() >= 5 ? 3 : 4;
    }
    double alike = Textbook.jaroWinkler(localA, localB);
    if (Math.abs(alike - ALIKE) < HAIR) {
      return -1;
    }
    if (Math.abs(localA.length() - localB.length()) > 6 || alike < ALIKE) {
      return 5;
    }
    boolean slip =
        Math.min(localA.length(), localB.length()) >= 5
            && sameDigits
            && Textbook.editDistance(a, b) <= 1;
    return slip ? 2 : 4;
  }

  private static String local(String email) {
    int at = email.indexOf('@');
    return at < 0 ? email : email.substring(0, at);
  }

  /**
   * A postal address.
   *
   * @param street its words, empty when unknown
   * @param house 0 when unknown
   * @param unit 0 when unknown
   * @param town empty when unknown
   * @param code empty when unknown
   */
  record Address(String street, int house, int unit, String town, String code) {}

  static int address(Address a, Address b) {
    if (a.equals(b)) {
      return !a.street.isEmpty() ? 1 : !a.code.isEmpty() ? 4 : 5;
    }
    int streets = alike(a.street, b.street);
    int towns = alike(a.town, b.town);
    if (streets < 0 || towns < 0) {
      return -1;
    }
    boolean sameCode = !a.code.isEmpty() && a.code.equals(b.code);
    boolean codesDiffer = !a.code.isEmpty() && !b.code.isEmpty() && !sameCode;
    boolean sameTown = towns == 1;
    boolean townsDiffer = !a.town.isEmpty() && !b.town.isEmpty() && !sameTown;
    boolean elsewhere = !sameCode && !sameTown && (codesDiffer || townsDiffer);
    if (!elsewhere && streets == 1) {
      if (a.house == 0 || a.house != b.house) {
        return 3;
      }
      return a.unit != 0 && b.unit != 0 && a.unit != b.unit ? 2 : 1;
    }
    return sameCode ? 4 : sameTown ? 5 : 6;
  }

  /* 1 when both are known and alike, 0 when not, -1 when nobody can tell. */
  private static int alike(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    double alike = Textbook.jaroWinkler(a, b);
    return Math.abs(alike - ALIKE) < HAIR ? -1 : alike >= ALIKE ? 1 : 0;
  }

  /**
   * Names of two letters or more that no table of nicknames knows.
   *
   * @param soundsAlike whether both have one phonetic code
   */
  static int name(String a, String b, boolean soundsAlike) {
    if (a.equals(b)) {
      return 1;
    }
    int shorter = Math.min(a.length(), b.length());
    if (lettersMissing(a, b) * 2 > shorter) {
      return 7;
    }
    double alike = Textbook.jaroWinkler(a, b);
    if (Math.abs(alike - ALIKE) < HAIR || Math.abs(alike - .8) < HAIR) {
      return -1;
    }
    int edits = Textbook.editDistance(a, b);
    if (shorter >= 4 && (edits <= 1 || (edits <= 2 && alike >= ALIKE))) {
      return 3;
    }
    if (shareWord(a, b)) {
      return 4;
    }
    if (edits <= 1 || (alike >= ALIKE && soundsAlike)) {
      return 3;
    }
    return alike >= .8 ? 6 : 7;
  }

  /* Letters of one that the other has not, a letter counting once more when it occurs again. */
  private static int lettersMissing(String a, String b) {
    Set<String> lettersA = letters(a);
    Set<String> lettersB = letters(b);
    Set<String> onlyA = new HashSet<>(lettersA);
    onlyA.removeAll(lettersB);
    Set<String> onlyB = new HashSet<>(lettersB);
    onlyB.removeAll(lettersA);
    return Math.min(onlyA.size(), onlyB.size());
  }

  private static Set<String> letters(String text) {
    Set<String> letters = new HashSet<>();
    for (String letter : text.replace(" ", "").split("")) {
      letters.add(letters.contains(letter) ? letter + letter : letter);
    }
    return letters;
  }

  private static boolean shareWord(String a, String b) {
    Set<String> words = new HashSet<>(List.of(a.split(" ")));
    words.retainAll(List.of(b.split(" ")));
    return words.stream().anyMatch(word -> word.length() >= 3);
  }

  /**
   * Values of further columns, one beside the other; empty where unknown.
   *
   * @return -1 when nobody can tell
   */
  static int others(List<String> a, List<String> b) {
    int compared = 0;
    int same = 0;
    int alike = 0;
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      String x = a.get(i).toLowerCase(Locale.ROOT);
      String y = b.get(i).toLowerCase(Locale.ROOT);
      if (x.isEmpty() || y.isEmpty()) {
        continue;
      }
      compared++;
      double likeness = Textbook.jaroWinkler(x, y);
      if (Math.abs(likeness - .9) < HAIR) {
        return -1;
      }
      if (x.equals(y)) {
        same++;
      } else if (likeness >= .9) {
        alike++;
      }
    }
    if (compared == 0) {
      return 0;
    }
    if (same == compared) {
      return compared == 1 ? 2 : 1;
    }
    if (same + alike == compared) {
      return 3;
    }
    return 2 * same > compared ? 4 : same + alike > 0 ? 5 : 6;
  }
}
