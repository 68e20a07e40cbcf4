package io.cornerstore.cli.link;

import io.cornerstore.linkage.PartialDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of birth of one column; what is impossible in a date counts as unknown, part by
 * part.
 */
final class BirthDates {
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})\\D(\\d{1,2})\\D(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final int EARLIEST = 1850;
  private static final int LATEST = 2100;
  private final boolean monthFirst;

  private BirthDates(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /** For a column with such values: where 13/2 never stands but 2/13 does, months come first. */
  static BirthDates of(List<String> sample) {
    int firsts = 0;
    int seconds = 0;
    for (String value : sample) {
      Matcher matcher = YEAR_LAST.matcher(value.strip());
      if (matcher.lookingAt()) {
        firsts += Integer.parseInt(matcher.group(1)) > 12 ? 1 : 0;
        seconds += Integer.parseInt(matcher.group(2)) > 12 ? 1 : 0;
      }
    }
    return new BirthDates(seconds > firsts);
  }

  /** Whether most of the values look like dates of birth. */
  static boolean fit(List<String> sample) {
    long dates =
        sample.stream()
            .map(String::strip)
            .filter(value ->
                YEAR_FIRST.matcher(value).lookingAt()
                    || YEAR_LAST.matcher(value).lookingAt()
                    || YEAR.matcher(value).matches())
            .count();
    return dates * 2 > sample.size();
  }

  /** The date, or null when nothing of it is known. */
  @Nullable PartialDate read(String value) {
    String text = value.strip();
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.lookingAt()) {
      return parts(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = YEAR_LAST.matcher(text);
    if (matcher.lookingAt()) {
      return monthFirst
          ? parts(matcher.group(3), matcher.group(1), matcher.group(2))
          : parts(matcher.group(3), matcher.group(2), matcher.group(1));
    }
    matcher = YEAR.matcher(text);
    return matcher.matches() ? parts(matcher.group(1), "", "") : null;
  }

  /** A date of three texts, each of which may be unknown. */
  static @Nullable PartialDate parts(String year, String month, String day) {
    int y = bounded(year, EARLIEST, LATEST);
    int m = bounded(month, 1, 12);
    int d = bounded(day, 1, 31);
    return y == 0 && m == 0 && d == 0 ? null : new PartialDate(y, m, d);
  }

  private static int bounded(String digits, int least, int most) {
    String text = digits.strip();
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? 0 : number;
  }
}
