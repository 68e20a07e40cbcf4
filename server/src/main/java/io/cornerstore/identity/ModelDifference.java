package io.cornerstore.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One point in which a model differs from the one in use, taken from a line of {@link
 * ModelTrial.Outcome#differences}, so that it can be said in another language.
 *
 * @param names what it is about, outermost first: kind, attribute and level, as far as they apply
 * @param numbers before and after; of frequencies how many are gone, new and changed
 */
public record ModelDifference(Form form, List<String> names, List<Double> numbers) {

  /** What differs; the name in lines is the one in words. */
  public enum Form {
    LINK_FROM_BITS,
    REVIEW_FROM_BITS,
    MATCH_RATE,
    HOME_RATE,
    NAMES_TOGETHER,
    UNLISTED_BITS,
    AVERAGE_BITS,
    LEVEL,
    FREQUENCIES;

    /** The name used in message bundles. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Form of(String words) {
      return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  private static final Pattern LINE_OF_A_LEVEL =
      Pattern.compile("(person|organization) (\\S+) (\\S+): (\\S+) → (\\S+) bits .*");
  private static final Pattern LINE_OF_FREQUENCIES =
      Pattern.compile("(\\S+) frequencies: (\\d+) gone, (\\d+) new, (\\d+) changed");
  private static final Pattern LINE_OF_A_NUMBER =
      Pattern.compile(
          "(?:(\\S+) )?(link from bits|review from bits|match rate|home rate|names together"
              + "|unlisted bits|average bits): (\\S+) → (\\S+)");

  public ModelDifference {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  /** What the line says; nothing when it has none of the forms known here. */
  public static Optional<ModelDifference> find(String line) {
    try {
      return Optional.ofNullable(read(line));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static @Nullable ModelDifference read(String line) {
    Matcher level = LINE_OF_A_LEVEL.matcher(line);
    if (level.matches()) {
      return new ModelDifference(
          Form.LEVEL,
          List.of(level.group(1), level.group(2), level.group(3)),
          List.of(number(level, 4), number(level, 5)));
    }
    Matcher frequencies = LINE_OF_FREQUENCIES.matcher(line);
    if (frequencies.matches()) {
      return new ModelDifference(
          Form.FREQUENCIES,
          List.of(frequencies.group(1)),
          List.of(number(frequencies, 2), number(frequencies, 3), number(frequencies, 4)));
    }
    Matcher one = LINE_OF_A_NUMBER.matcher(line);
    return one.matches()
        ? new ModelDifference(
            Form.of(one.group(2)),
            one.group(1) == null ? List.of() : List.of(one.group(1)),
            List.of(number(one, 3), number(one, 4)))
        : null;
  }

  private static double number(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }
}
