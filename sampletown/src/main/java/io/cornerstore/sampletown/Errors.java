package io.cornerstore.sampletown;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes wrong between a person and a record: fingers, eyes, ears and handwriting. */
final class Errors {

  private static final Map<Character, String> NEIGHBORS =
      Map.ofEntries(
          Map.entry('q', "wa"),
          Map.entry('w', "qes"),
          Map.entry('e', "wrd"),
          Map.entry('r', "etf"),
          Map.entry('t', "ryg"),
          Map.entry('y', "tuh"),
          Map.entry('u', "yij"),
          Map.entry('i', "uok"),
          Map.entry('o', "ipl"),
          Map.entry('p', "ol"),
          Map.entry('a', "qsz"),
          Map.entry('s', "adwx"),
          Map.entry('d', "sfec"),
          Map.entry('f', "dgrv"),
          Map.entry('g', "fhtb"),
          Map.entry('h', "gjyn"),
          Map.entry('j', "hkum"),
          Map.entry('k', "jli"),
          Map.entry('l', "kop"),
          Map.entry('z', "xa"),
          Map.entry('x', "zcs"),
          Map.entry('c', "xvd"),
          Map.entry('v', "cbf"),
          Map.entry('b', "vng"),
          Map.entry('n', "bmh"),
          Map.entry('m', "nj"));

  private static final List<String> HEARD =
      List.of(
          "ph f", "f ph", "c k", "k c", "ck k", "ie ei", "ei ie", "y i", "i y", "sch sh", "sh sch",
          "tt t", "t tt", "ll l", "l ll", "nn n", "n nn", "ss s", "z s", "s z", "v w", "w v", "e a",
          "a e", "ey y", "oe o", "ou u", "th t", "dt t", "ks x", "j y", "ch c", "ee ea");

  private static final List<String> SEEN =
      List.of(
          "m rn", "rn m", "l 1", "o 0", "i l", "l i", "cl d", "d cl", "n u", "u n", "a o", "o a",
          "e c", "c e", "v r", "h b", "b h", "vv w", "s 5", "g q", "t f", "nn m");

  private Errors() {}

  /** One slip of a finger. */
  static String typed(String text, Dice dice) {
    if (text.length() < 3) {
      return text;
    }
    int at = 1 + dice.below(text.length() - 1);
    StringBuilder changed = new StringBuilder(text);
    switch (dice.weighted(30, 22, 22, 14, 12)) {
      case 0 -> changed.setCharAt(at, neighbor(text.charAt(at), dice));
      case 1 -> {
        changed.setCharAt(at, text.charAt(at - 1));
        changed.setCharAt(at - 1, text.charAt(at));
      }
      case 2 -> changed.deleteCharAt(at);
      case 3 -> changed.insert(at, text.charAt(at));
      default -> changed.insert(at, neighbor(text.charAt(at), dice));
    }
    return changed.toString();
  }

  private static char neighbor(char letter, Dice dice) {
    String near = NEIGHBORS.get(Character.toLowerCase(letter));
    return near == null ? letter : near.charAt(dice.below(near.length()));
  }

  /** Spelt as it sounds. */
  static String heard(String text, Dice dice) {
    return replaced(text, HEARD, dice);
  }

  /** Read wrongly off paper. */
  static String seen(String text, Dice dice) {
    return replaced(text, SEEN, dice);
  }

  private static String replaced(String text, List<String> pairs, Dice dice) {
    String lower = text.toLowerCase(Locale.ROOT);
    int first = dice.below(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      String pair = pairs.get((first + i) % pairs.size());
      int space = pair.indexOf(' ');
      int at = lower.indexOf(pair.substring(0, space), 1);
      if (at > 0 && lower.length() == text.length()) {
        return text.substring(0, at) + pair.substring(space + 1) + text.substring(at + space);
      }
    }
    return typed(text, dice);
  }

  /** A wrong digit, or two in each other's place, among the last four. */
  static String digits(String number, Dice dice) {
    if (number.length() < 5) {
      return number;
    }
    int at = number.length() - 4 + dice.below(3);
    char[] all = number.toCharArray();
    if (dice.chance(0.5) && all[at] != all[at + 1]) {
      char first = all[at];
      all[at] = all[at + 1];
      all[at + 1] = first;
    } else {
      all[at] = (char) ('0' + (all[at] - '0' + dice.between(1, 9)) % 10);
    }
    return new String(all);
  }

  /** A slip before the at sign; the domain stays, it must remain a reserved one. */
  static String email(String address, Dice dice) {
    int at = address.indexOf('@');
    return at < 3 ? address : typed(address.substring(0, at), dice) + address.substring(at);
  }

  /** Another day: day and month changed places, one off, a wrong year, or the first of January. */
  static LocalDate day(LocalDate day, Dice dice) {
    return switch (dice.weighted(28, 22, 14, 18, 10, 8)) {
      case 0 ->
          day.getDayOfMonth() <= 12
              ? LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue())
              : day.minusDays(10);
      case 1 -> day.plusDays(dice.chance(0.5) ? 1 : -1);
      case 2 -> day.plusMonths(dice.chance(0.5) ? 1 : -1);
      case 3 -> day.plusYears(dice.chance(0.5) ? 1 : -1);
      case 4 -> day.minusYears(10);
      default -> LocalDate.of(day.getYear(), 1, 1);
    };
  }

  /** UTF-8 read as Latin-1. */
  static String mojibake(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
