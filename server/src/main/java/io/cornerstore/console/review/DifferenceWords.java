package io.cornerstore.console.review;

import io.cornerstore.console.view.Wording;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what a model differs from the one in use, in the words of the reader. The engine says it in
 * lines of three forms; one of another form stays as it is.
 */
final class DifferenceWords {

  private static final String NUMBER = "(\\S+) → (\\S+)";
  private static final String KIND = "(?<kind>person|organization)";
  private static final Pattern LEVEL =
      Pattern.compile(
          KIND + " (?<attribute>\\S+) (?<level>\\S+): (?<was>\\S+) → (?<is>\\S+) bits (?<rest>.*)");
  private static final Pattern FREQUENCIES =
      Pattern.compile("(?<role>\\S+) frequencies: (\\d+) gone, (\\d+) new, (\\d+) changed");
  private static final Pattern OF_ALL =
      Pattern.compile("(?<what>link from bits|review from bits): " + NUMBER);
  private static final Pattern OF_KIND =
      Pattern.compile(KIND + " (?<what>match rate|home rate|names together): " + NUMBER);
  private static final Pattern OF_ROLE =
      Pattern.compile("(?<role>\\S+) (?<what>unlisted bits|average bits): " + NUMBER);

  private static final Map<String, String> KEYS =
      Map.of(
          "link from bits", "model-difference.link",
          "review from bits", "model-difference.review",
          "match rate", "model-difference.match-rate",
          "home rate", "model-difference.home-rate",
          "names together", "model-difference.names-together",
          "unlisted bits", "model-difference.unlisted",
          "average bits", "model-difference.average");

  private final Wording words;

  DifferenceWords(Wording words) {
    this.words = words;
  }

  /** One line. */
  String of(String line) {
    Matcher level = LEVEL.matcher(line);
    if (level.matches()) {
      return words.text(
          "model-difference.level",
          words.term("model-kind", level.group("kind")),
          words.attribute(level.group("attribute")),
          words.level(level.group("level")),
          number(level.group("was")),
          number(level.group("is")));
    }
    Matcher frequencies = FREQUENCIES.matcher(line);
    if (frequencies.matches()) {
      return words.text(
          "model-difference.frequencies",
          words.attribute(frequencies.group("role")),
          whole(frequencies.group(2)),
          whole(frequencies.group(3)),
          whole(frequencies.group(4)));
    }
    return ofNumbers(line);
  }

  private String ofNumbers(String line) {
    Matcher all = OF_ALL.matcher(line);
    if (all.matches()) {
      return words.text(key(all), number(all.group(2)), number(all.group(3)));
    }
    Matcher kind = OF_KIND.matcher(line);
    if (kind.matches()) {
      return words.text(
          key(kind),
          words.term("model-kind", kind.group("kind")),
          number(kind.group(3)),
          number(kind.group(4)));
    }
    Matcher role = OF_ROLE.matcher(line);
    return role.matches()
        ? words.text(
            key(role),
            words.attribute(role.group("role")),
            number(role.group(3)),
            number(role.group(4)))
        : line;
  }

  private static String key(Matcher matcher) {
    return KEYS.getOrDefault(matcher.group("what"), "");
  }

  private String whole(String text) {
    return words.whole(Long.parseLong(text));
  }

  /* Rates are small: as many digits as tell them apart. */
  private String number(String text) {
    try {
      double value = Double.parseDouble(text);
      return value != 0 && Math.abs(value) < 0.01
          ? words.decimal(value * 1e6, 2) + " × 10⁻⁶"
          : words.decimal(value, 2);
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
