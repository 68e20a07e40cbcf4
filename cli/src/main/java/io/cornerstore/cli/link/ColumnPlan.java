package io.cornerstore.cli.link;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which column of a file plays which role.
 *
 * <p>A role rests on the column's name and on its values: a column called {@code email} that holds
 * no at signs is none. What is not recognised is left out, so that an identifier of the true
 * customer can never become evidence.
 */
final class ColumnPlan {
  private static final Comparator<Integer> BY_PLACE = Comparator.naturalOrder();
  private static final double MOST = 0.5;
  private static final Set<String> LEGAL_FORMS =
      Set.of("inc", "ltd", "llc", "gmbh", "corp", "co", "plc", "restaurant", "cafe", "grill", "pt");
  private final List<String> columns;
  private final ColumnRole[] roles;
  private final BirthDates birthDates;

  private ColumnPlan(List<String> columns, ColumnRole[] roles, BirthDates birthDates) {
    this.columns = columns;
    this.roles = roles;
    this.birthDates = birthDates;
  }

  /**
   * Finds the roles of columns.
   *
   * @param columns names
   * @param sample values of each column, without empty ones
   * @param told what the user said: name of a column to role
   */
  static ColumnPlan of(
      List<String> columns, List<List<String>> sample, Map<String, ColumnRole> told) {
    ColumnRole[] roles = new ColumnRole[columns.size()];
    for (int i = 0; i < roles.length; i++) {
      ColumnRole said = told.get(columns.get(i));
      roles[i] = said != null ? said : guess(columns.get(i), sample.get(i), i);
    }
    for (String name : told.keySet()) {
      if (!columns.contains(name) && told.get(name) != ColumnRole.TRUTH) {
        throw new UserMistake(
            "there is no column " + name + "; there are " + String.join(", ", columns));
      }
    }
    if (Arrays.stream(roles).filter(role -> role == ColumnRole.OTHER).count()
        > LinkageRecord.MOST_OTHERS) {
      throw new UserMistake(
          "at most %d columns can be compared as %s"
              .formatted(LinkageRecord.MOST_OTHERS, ColumnRole.OTHER.label()));
    }
    onlyOneId(columns, told, roles);
    List<String> dates = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == ColumnRole.BIRTH_DATE) {
        dates.addAll(sample.get(i));
      }
    }
    return new ColumnPlan(columns, roles, BirthDates.of(dates));
  }

  private static ColumnRole guess(String name, List<String> values, int place) {
    Optional<ColumnRole> named = ColumnRole.named(name);
    if (named.isPresent()) {
      return fits(named.get(), values) ? named.get() : ColumnRole.IGNORED;
    }
    if (name.strip().equalsIgnoreCase("name") || name.strip().equalsIgnoreCase("title")) {
      return looksLikePersons(values) ? ColumnRole.FULL_NAME : ColumnRole.ORGANIZATION;
    }
    if (share(values, value -> value.indexOf('@') > 0 && value.indexOf('.') > 0) > .8) {
      return ColumnRole.EMAIL;
    }
    return place == 0 && areDistinct(values) ? ColumnRole.ID : ColumnRole.IGNORED;
  }

  private static boolean fits(ColumnRole role, List<String> values) {
    return switch (role) {
      case EMAIL -> share(values, value -> value.indexOf('@') >= 0) > MOST;
      case PHONE ->
          share(values, value -> value.chars().filter(Character::isDigit).count() >= 6) > MOST;
      case BIRTH_DATE -> BirthDates.fit(values);
      case BIRTH_YEAR -> share(values, value -> value.strip().matches("\\d{4}")) > MOST;
      case BIRTH_MONTH, BIRTH_DAY ->
          share(values, value -> value.strip().matches("\\d{1,2}")) > MOST;
      case SEX -> share(values, value -> value.strip().length() <= 9) > MOST;
      case ID -> areDistinct(values);
      default -> true;
    };
  }

  private static double share(List<String> values, Predicate<String> predicate) {
    return values.isEmpty()
        ? 0
        : (double) values.stream().filter(predicate).count() / values.size();
  }

  private static boolean areDistinct(List<String> values) {
    return new HashSet<>(values).size() == values.size();
  }

  /* Two or three words, none of them a number or a legal form. */
  private static boolean looksLikePersons(List<String> values) {
    return share(
            values,
            value -> {
              String[] words = value.strip().toLowerCase(Locale.ROOT).split("[\\s,]+");
              return words.length >= 2
                  && words.length <= 3
                  && value.chars().noneMatch(c -> Character.isDigit(c) || c == '&' || c == '\'')
                  && Arrays.stream(words)
                      .noneMatch(word -> LEGAL_FORMS.contains(word.replace(".", "")));
            })
        > .85;
  }

  private static void onlyOneId(
      List<String> columns, Map<String, ColumnRole> told, ColumnRole[] roles) {
    int chosen = -1;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == ColumnRole.ID) {
        boolean said = told.get(columns.get(i)) == ColumnRole.ID;
        if (chosen < 0 || said) {
          if (chosen >= 0) {
            roles[chosen] = ColumnRole.IGNORED;
          }
          chosen = i;
        } else {
          roles[i] = ColumnRole.IGNORED;
        }
      }
    }
  }

  /**
   * The places of all columns by role, in their order; those that are just compared by their names,
   * which is the same order in every file.
   */
  Map<ColumnRole, int[]> places() {
    Map<ColumnRole, int[]> places = new EnumMap<>(ColumnRole.class);
    for (ColumnRole role : ColumnRole.values()) {
      int[] own =
          IntStream.range(0, roles.length)
              .filter(i -> roles[i] == role)
              .boxed()
              .sorted(role == ColumnRole.OTHER ? Comparator.comparing(columns::get) : BY_PLACE)
              .mapToInt(Integer::intValue)
              .toArray();
      if (own.length > 0) {
        places.put(role, own);
      }
    }
    return places;
  }

  /** The names of all columns that are not left out, by the label of their role. */
  Map<String, List<String>> columnsByRole() {
    Map<String, List<String>> named = new TreeMap<>();
    places()
        .forEach((role, own) -> {
          if (role != ColumnRole.IGNORED) {
            named.put(role.label(), Arrays.stream(own).mapToObj(columns::get).toList());
          }
        });
    return named;
  }

  /** Whether the file is one of persons or of organisations. */
  Kind kind() {
    List<ColumnRole> all = List.of(roles);
    boolean named =
        all.contains(ColumnRole.GIVEN_NAME)
            || all.contains(ColumnRole.FAMILY_NAME)
            || all.contains(ColumnRole.FULL_NAME);
    return !named && all.contains(ColumnRole.ORGANIZATION) ? Kind.ORGANIZATION : Kind.PERSON;
  }

  /** How the dates of birth of this file are written. */
  BirthDates birthDates() {
    return birthDates;
  }

  /** Whether anything is left to compare. */
  boolean comparesAnything() {
    for (ColumnRole role : roles) {
      if (role.isEvidence()) {
        return true;
      }
    }
    return false;
  }

  /** The names of the columns, in their order. */
  List<String> columns() {
    return columns;
  }

  /** Whether a column has a role. */
  boolean has(ColumnRole role) {
    return List.of(roles).contains(role);
  }

  /** The role of a column by its place. */
  ColumnRole role(int place) {
    return roles[place];
  }

  /** A line a column, for people: what was made of it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < roles.length; i++) {
      text.append("  ").append(columns.get(i)).append(" → ").append(roles[i].label()).append('\n');
    }
    return text.toString();
  }
}
