package io.cornerstore.cli.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value may look like. Values stay text: the form only says whether one is good. */
sealed interface Form {

  /** How a value looks, for the example file and the reference page. */
  String described();

  /** What is wrong with the text, if anything; the sentence goes on after the key. */
  Optional<String> findFault(String text);

  private static Optional<String> unless(boolean good, String fault) {
    return good ? Optional.empty() : Optional.of(fault);
  }

  private static Optional<String> within(boolean good, Object least, Object most, Object value) {
    return unless(good, "must lie in %s to %s, but is %s".formatted(least, most, value));
  }

  /** A whole number. */
  record Whole(long least, long most) implements Form {
    @Override
    public String described() {
      return "whole number, %d to %d".formatted(least, most);
    }

    @Override
    public Optional<String> findFault(String text) {
      try {
        long value = Long.parseLong(text);
        return within(value >= least && value <= most, least, most, value);
      } catch (NumberFormatException _) {
        return Optional.of("must be a " + described());
      }
    }
  }

  /** A number with or without a fraction. */
  record Fraction(double least, double most) implements Form {
    @Override
    public String described() {
      return "number, %s to %s".formatted(least, most);
    }

    @Override
    public Optional<String> findFault(String text) {
      try {
        double value = Double.parseDouble(text);
        return within(value >= least && value <= most, least, most, value);
      } catch (NumberFormatException _) {
        return Optional.of("must be a " + described());
      }
    }
  }

  /** Yes or no. */
  record Flag() implements Form {
    @Override
    public String described() {
      return "true or false";
    }

    @Override
    public Optional<String> findFault(String text) {
      return unless(text.equals("true") || text.equals("false"), "must be true or false");
    }
  }

  /** A length of time: a whole number followed by ms, s, m, h or d. */
  record Span(Duration least, Duration most) implements Form {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    @Override
    public String described() {
      return "time, %s to %s".formatted(shown(least), shown(most));
    }

    @Override
    public Optional<String> findFault(String text) {
      Optional<Duration> value = parse(text);
      if (value.isEmpty()) {
        return Optional.of("must be a number with ms, s, m, h or d behind it, such as 30s or 12h");
      }
      boolean good = value.get().compareTo(least) >= 0 && value.get().compareTo(most) <= 0;
      return within(good, shown(least), shown(most), text);
    }

    static Optional<Duration> parse(String text) {
      var matcher = TEXT.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      long number = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    }

    private static String shown(Duration time) {
      if (time.toMillis() % 1000 != 0) {
        return time.toMillis() + "ms";
      }
      long seconds = time.toSeconds();
      if (seconds % 86_400 == 0 && seconds > 0) {
        return seconds / 86_400 + "d";
      }
      if (seconds % 3_600 == 0 && seconds > 0) {
        return seconds / 3_600 + "h";
      }
      return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements Form {
    @Override
    public String described() {
      return "one of " + String.join(", ", words);
    }

    @Override
    public Optional<String> findFault(String text) {
      return unless(
          words.contains(text),
          "must be one of "
              + String.join(", ", words)
              + "."
              + NearestWord.maybe(text, words).stripTrailing());
    }
  }

  /** A time zone of the IANA data base. */
  record Zone() implements Form {
    @Override
    public String described() {
      return "time zone, such as Asia/Jakarta";
    }

    @Override
    public Optional<String> findFault(String text) {
      try {
        ZoneId.of(text);
        return Optional.empty();
      } catch (DateTimeException _) {
        return Optional.of(
            "must be a time zone, such as Asia/Jakarta."
                + NearestWord.maybe(text, ZoneId.getAvailableZoneIds()));
      }
    }
  }

  /** Text of a fixed pattern, with words for people. */
  record Shape(String words, Pattern pattern) implements Form {
    static Shape of(String words, String pattern) {
      return new Shape(words, Pattern.compile(pattern));
    }

    @Override
    public String described() {
      return words;
    }

    @Override
    public Optional<String> findFault(String text) {
      return unless(pattern.matcher(text).matches(), "must be " + words);
    }
  }

  /** Several values of one form, as a YAML list; a single value counts as a list of one. */
  record Many(Form each) implements Form {
    @Override
    public String described() {
      return "list; each a " + each.described();
    }

    @Override
    public Optional<String> findFault(String text) {
      return each.findFault(text);
    }
  }
}
