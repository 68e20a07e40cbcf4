package io.cornerstore.sampletown;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people choose them, on domains reserved by RFC 2606 only. */
final class Emails {

  private static final Pattern ODD = Pattern.compile("[^a-z0-9]");
  private static final List<String> PROVIDERS =
      List.of(
          "example.com",
          "example.org",
          "example.net",
          "mail.example",
          "post.example",
          "inbox.example",
          "kettle.example",
          "lantern.example",
          "online.example",
          "quickmail.example");
  private static final List<String> WORDS =
      List.of(
          "blue",
          "sunny",
          "river",
          "maple",
          "happy",
          "lucky",
          "garden",
          "star",
          "tiger",
          "coffee",
          "piano",
          "runner",
          "baker",
          "fishing",
          "dancer",
          "rocket",
          "gamer",
          "knitting",
          "hiker",
          "soccer");

  private final Shuffle suffixes;

  Emails(long seed, int people) {
    this.suffixes = new Shuffle(seed ^ 0x454D4149L, Math.max(900L, people));
  }

  /** A private address; the number keeps two people of one name apart nearly always. */
  String own(String given, String family, int born, int person, Dice dice) {
    String first = plain(given);
    String last = plain(family);
    long suffix = suffixes.of(person);
    String year = Integer.toString(born % 100 + 100).substring(1);
    String local =
        switch (dice.below(8)) {
          case 0 -> first + '.' + last + suffix;
          case 1 -> first.charAt(0) + last + suffix;
          case 2 -> first + last.charAt(0) + suffix;
          case 3 -> first + '.' + last + '.' + year + dice.below(10);
          case 4 -> last + '.' + first + born + (char) ('a' + dice.below(26));
          case 5 -> first + '_' + dice.pick(WORDS) + suffix;
          case 6 -> dice.pick(WORDS) + dice.pick(WORDS) + suffix;
          default -> first.charAt(0) + "." + last + suffix;
        };
    return local + '@' + PROVIDERS.get(dice.weighted(30, 12, 10, 9, 8, 8, 7, 6, 5, 5));
  }

  /** One address for a whole family. */
  String shared(String family, int household, Dice dice) {
    String last = plain(family);
    long suffix = suffixes.of(household);
    String local =
        switch (dice.below(3)) {
          case 0 -> "the" + last + 's' + suffix;
          case 1 -> last + "family" + suffix;
          default -> last + ".home" + suffix;
        };
    return local + '@' + PROVIDERS.get(dice.below(5));
  }

  /** An address at work. */
  static String work(String given, String family, String domain) {
    return plain(given) + (family.isEmpty() ? "" : '.' + plain(family)) + '@' + domain;
  }

  /** Lower-case ASCII letters and digits only; {@code x} where nothing is left. */
  static String plain(String text) {
    String ascii = ascii(text).toLowerCase(Locale.ROOT);
    String kept = ODD.matcher(ascii).replaceAll("");
    return kept.isEmpty() ? "x" : kept;
  }

  /** Without accents. */
  static String ascii(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) < 128;
    }
    if (plain) {
      return text;
    }
    String spelt =
        text.replace("ß", "ss")
            .replace("ø", "o")
            .replace("Ø", "O")
            .replace("ł", "l")
            .replace("Ł", "L")
            .replace("ð", "d")
            .replace("æ", "ae")
            .replace("å", "a");
    String split = Normalizer.normalize(spelt, Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      if (split.charAt(i) < 128) {
        kept.append(split.charAt(i));
      }
    }
    return kept.toString();
  }
}
