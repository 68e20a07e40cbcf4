package io.cornerstore.intake.suggestion;

import io.cornerstore.intake.normal.Amounts;
import io.cornerstore.intake.normal.Countries;
import io.cornerstore.intake.normal.TimeFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of a column in the first rows, and what they look like. */
final class ColumnSample {

  private static final List<String> DAYS =
      List.of(
          "d/M/yyyy",
          "M/d/yyyy",
          "d.M.yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "yyyy/M/d",
          "yyyy.M.d",
          "d/M/yy",
          "M/d/yy",
          "d.M.yy",
          "d MMM yyyy",
          "MMM d yyyy",
          "MMM d, yyyy",
          "dd-MMM-yyyy");
  private static final List<String> TIMES = List.of("", " H:mm", " H:mm:ss");

  private final String name;
  private final List<String> words;
  private final List<String> values = new ArrayList<>();
  private final Set<String> distinct = new HashSet<>();
  private int rows;

  ColumnSample(String name) {
    this.name = name;
    this.words =
        List.of(
            name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .strip()
                .split("[^\\p{L}0-9]+"));
  }

  void add(@Nullable String value) {
    rows++;
    if (value != null && !value.isBlank()) {
      values.add(value.strip());
      distinct.add(value.strip());
    }
  }

  String name() {
    return name;
  }

  /** The words of the name, in lower case, joined by single spaces. */
  String words() {
    return String.join(" ", words);
  }

  /** Whether one of these is a word of the name, or several of them stand in it in a row. */
  boolean named(String... any) {
    String padded = " " + words() + " ";
    String joined = words().replace(" ", "");
    for (String each : any) {
      if (padded.contains(" " + each + " ") || joined.equals(each.replace(" ", ""))) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether every row has a value of its own. */
  boolean unique() {
    return values.size() == rows && distinct.size() == rows && rows > 1;
  }

  int distinctValues() {
    return distinct.size();
  }

  boolean few(int most) {
    return !distinct.isEmpty() && distinct.size() <= most;
  }

  private boolean mostly(Predicate<String> kind) {
    return !values.isEmpty() && values.stream().filter(kind).count() * 10 >= values.size() * 8L;
  }

  boolean emails() {
    return mostly(value -> value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
  }

  boolean phones() {
    return mostly(value ->
        value.matches("[+(]?[0-9][0-9 ()./+-]{5,22}[0-9]")
            && value.chars().filter(Character::isDigit).count() >= 7);
  }

  boolean numbers() {
    return mostly(value -> Amounts.read(value) != null);
  }

  boolean wholeNumbers() {
    return mostly(value -> value.matches("-?[0-9]{1,9}"));
  }

  boolean countries() {
    return mostly(value -> Countries.find(value).isPresent());
  }

  boolean sexes() {
    return mostly(value -> value.matches("(?i)[mfwxdlpu]|male|female|man|woman|other|unknown|na"));
  }

  boolean longTexts() {
    return mostly(value -> value.length() > 25 && value.indexOf(' ') > 0);
  }

  boolean words2() {
    return mostly(value -> value.matches("[\\p{L}.'’ -]+ [\\p{L}.'’ -]+"));
  }

  /** How dates are written: formats that fit all values, none for ISO; null when these are none. */
  @Nullable DateForm dates() {
    if (values.isEmpty() || values.stream().allMatch(value -> value.matches("[0-9]{1,9}"))) {
      return null;
    }
    if (fits(List.of())) {
      return new DateForm(List.of(), false);
    }
    List<String> fitting = new ArrayList<>();
    for (String day : DAYS) {
      for (String time : TIMES) {
        if (fits(List.of(day + time))) {
          fitting.add(day + time);
        }
      }
    }
    if (fitting.isEmpty()) {
      return null;
    }
    boolean dayFirst = fitting.stream().anyMatch(format -> format.startsWith("d"));
    boolean monthFirst = fitting.stream().anyMatch(format -> format.startsWith("M"));
    return new DateForm(List.of(fitting.getFirst()), dayFirst && monthFirst);
  }

  private boolean fits(List<String> formats) {
    TimeFormat format = new TimeFormat(formats);
    return mostly(value -> format.instant(value, java.time.ZoneOffset.UTC) != null)
        && values.stream()
                .filter(value -> format.instant(value, java.time.ZoneOffset.UTC) == null)
                .count()
            <= values.size() / 50;
  }

  /**
   * How dates are written.
   *
   * @param formats none: ISO
   * @param ambiguous day and month may stand the other way round
   */
  record DateForm(List<String> formats, boolean ambiguous) {}
}
