package io.cornerstore.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The levels of our attributes as conditions of SQL; the best first, the rest last. */
final class SplinkSql {
  private static final String YEAR = "substr(%s, 1, 4)";
  private static final String MONTH = "substr(%s, 6, 2)";
  private static final String DAY = "substr(%s, 9, 2)";
  private final SplinkSchema schema;

  SplinkSql(SplinkSchema schema) {
    this.schema = schema;
  }

  /**
   * An attribute as Splink may compare it.
   *
   * @param column for the name of the comparison
   * @param missing when there is nothing to compare
   * @param levels the last one takes the rest
   * @param termColumn the column whose frequencies adjust the best level, or empty
   */
  record Compared(String column, String missing, List<SqlLevel> levels, String termColumn) {}

  /** The comparison of an attribute, or none when there is no such column. */
  Optional<Compared> of(String attribute) {
    if (attribute.equals("address")) {
      return address();
    }
    if (attribute.equals("birth-date") && schema.column("birth-date").isEmpty()) {
      return birthParts();
    }
    return schema
        .column(attribute)
        .map(column -> {
          String l = left(column);
          String r = right(column);
          return new Compared(
              column,
              isMissing(column),
              levels(attribute, l, r),
              attribute.equals("given-name") || attribute.equals("family-name") ? column : "");
        })
        .filter(compared -> !compared.levels.isEmpty());
  }

  private static List<SqlLevel> levels(String attribute, String l, String r) {
    return switch (attribute) {
      case "given-name", "family-name", "additional-name" -> name(l, r);
      case "birth-date" ->
          birth("CAST(%s AS VARCHAR)".formatted(l), "CAST(%s AS VARCHAR)".formatted(r), same(l, r));
      case "email" -> email(l, r);
      case "phone" -> phone(l, r);
      case "sex", "name-suffix" ->
          List.of(SqlLevel.equal("same", same(l, r)), SqlLevel.otherwise("different"));
      case "strong-id" ->
          List.of(SqlLevel.equal("equal", same(l, r)), SqlLevel.otherwise("different"));
      case "organization" -> organization(l, r);
      default -> List.of();
    };
  }

  private static List<SqlLevel> name(String l, String r) {
    return List.of(
        SqlLevel.equal("exact", same(l, r)),
        SqlLevel.equal(
            "initial",
            "(length(%s) = 1 OR length(%s) = 1) AND substr(%s, 1, 1) = substr(%s, 1, 1)"
                .formatted(l, r, l, r)),
        SqlLevel.near(
            "typing-error",
            ("damerau_levenshtein(%s, %s) <= 1 OR (damerau_levenshtein(%s, %s) <= 2"
                    + " AND jaro_winkler_similarity(%s, %s) >= 0.92)")
                .formatted(l, r, l, r, l, r)),
        SqlLevel.near(
            "part",
            "len(list_intersect(string_split(%s, ' '), string_split(%s, ' '))) > 0"
                .formatted(l, r)),
        SqlLevel.near("similar", "jaro_winkler_similarity(%s, %s) >= 0.8".formatted(l, r)),
        SqlLevel.otherwise("nickname", "different"));
  }

  private static List<SqlLevel> birth(String l, String r, String same) {
    String years =
        "abs(TRY_CAST(%s AS INTEGER) - TRY_CAST(%s AS INTEGER)) < 13"
            .formatted(YEAR.formatted(l), YEAR.formatted(r));
    String swapped =
        "%s AND %s AND %s"
            .formatted(
                same(YEAR.formatted(l), YEAR.formatted(r)),
                same(MONTH.formatted(l), DAY.formatted(r)),
                same(DAY.formatted(l), MONTH.formatted(r)));
    return List.of(
        SqlLevel.equal("exact", same),
        SqlLevel.near(
            "typing-error", "damerau_levenshtein(%s, %s) <= 1 OR (%s)".formatted(l, r, swapped)),
        SqlLevel.equal(
            "two-parts",
            "%s + %s + %s = 2 AND %s"
                .formatted(one(YEAR, l, r), one(MONTH, l, r), one(DAY, l, r), years)),
        SqlLevel.equal("year", same(YEAR.formatted(l), YEAR.formatted(r))),
        SqlLevel.equal("different", years),
        SqlLevel.otherwise("generation"));
  }

  private static String one(String part, String l, String r) {
    return "(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(same(part.formatted(l), part.formatted(r)));
  }

  private Optional<Compared> birthParts() {
    Optional<String> year = schema.column("birth-year");
    Optional<String> month = schema.column("birth-month");
    Optional<String> day = schema.column("birth-day");
    if (year.isEmpty() || month.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = List.of(year.get(), month.get(), day.get());
    String l = date(parts.stream().map(SplinkSql::left).toList());
    String r = date(parts.stream().map(SplinkSql::right).toList());
    String missing = String.join(" OR ", parts.stream().map(SplinkSql::isMissing).toList());
    return Optional.of(new Compared(year.get(), missing, birth(l, r, same(l, r)), ""));
  }

  private static String date(List<String> parts) {
    return "(lpad(CAST(%s AS VARCHAR), 4, '0') || '-' || lpad(CAST(%s AS VARCHAR), 2, '0') || '-' || lpad(CAST(%s AS VARCHAR), 2, '0'))"
        .formatted(parts.toArray());
  }

  private static List<SqlLevel> email(String l, String r) {
    String localL = "split_part(%s, '@', 1)".formatted(l);
    String localR = "split_part(%s, '@', 1)".formatted(r);
    return List.of(
        SqlLevel.equal("exact", same(l, r)),
        SqlLevel.near("typing-error", "damerau_levenshtein(%s, %s) <= 1".formatted(l, r)),
        SqlLevel.near("same-local-part", same(localL, localR)),
        SqlLevel.near(
            "similar", "jaro_winkler_similarity(%s, %s) >= 0.92".formatted(localL, localR)),
        SqlLevel.otherwise("different"));
  }

  private static List<SqlLevel> phone(String l, String r) {
    String digits = "regexp_replace(CAST(%s AS VARCHAR), '[^0-9]', '', 'g')";
    String digitsL = digits.formatted(l);
    String digitsR = digits.formatted(r);
    return List.of(
        SqlLevel.near("exact", same(digitsL, digitsR)),
        SqlLevel.near(
            "same-end", same("right(%s, 7)".formatted(digitsL), "right(%s, 7)".formatted(digitsR))),
        SqlLevel.near(
            "typing-error", "damerau_levenshtein(%s, %s) <= 1".formatted(digitsL, digitsR)),
        SqlLevel.otherwise("different"));
  }

  private static List<SqlLevel> organization(String l, String r) {
    String wordsL = "string_split(lower(%s), ' ')".formatted(l);
    String wordsR = "string_split(lower(%s), ' ')".formatted(r);
    return List.of(
        SqlLevel.equal("exact", same(l, r)),
        SqlLevel.near(
            "same-words",
            same("list_sort(%s)".formatted(wordsL), "list_sort(%s)".formatted(wordsR))),
        SqlLevel.near(
            "most-words",
            "len(list_intersect(%s, %s)) >= 0.6 * len(list_distinct(list_concat(%s, %s)))"
                .formatted(wordsL, wordsR, wordsL, wordsR)),
        SqlLevel.near(
            "some-words",
            "len(list_intersect(%s, %s)) >= 0.3 * len(list_distinct(list_concat(%s, %s)))"
                .formatted(wordsL, wordsR, wordsL, wordsR)),
        SqlLevel.otherwise("few-words", "different"));
  }

  private Optional<Compared> address() {
    Optional<String> street = schema.column("street");
    Optional<String> code = schema.column("postal-code");
    Optional<String> city = schema.column("city");
    List<String> columns = new ArrayList<>();
    street.ifPresent(columns::add);
    code.ifPresent(columns::add);
    city.ifPresent(columns::add);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<String> places = new ArrayList<>();
    code.ifPresent(column -> places.add(same(left(column), right(column))));
    city.ifPresent(column -> places.add(same(left(column), right(column))));
    String place = places.isEmpty() ? "TRUE" : "(" + String.join(" OR ", places) + ")";
    List<SqlLevel> levels = new ArrayList<>();
    street.ifPresent(column -> {
      String same = same(left(column), right(column));
      String house =
          schema
              .column("house-number")
              .map(number -> " AND " + same(left(number), right(number)))
              .orElse("");
      levels.add(new SqlLevel(List.of("exact", "building"), same + house + " AND " + place, false));
      String alike =
          "jaro_winkler_similarity(%s, %s) >= 0.92".formatted(left(column), right(column));
      levels.add(SqlLevel.near("street", alike + " AND " + place));
    });
    code.ifPresent(
        column -> levels.add(SqlLevel.equal("postal-code", same(left(column), right(column)))));
    city.ifPresent(
        column -> levels.add(SqlLevel.near("locality", same(left(column), right(column)))));
    levels.add(SqlLevel.otherwise("different"));
    String missing =
        String.join(
            " AND ", columns.stream().map(column -> "(" + isMissing(column) + ")").toList());
    return Optional.of(new Compared("address", missing, levels, ""));
  }

  static String left(String column) {
    return "\"" + column.replace("\"", "\"\"") + "_l\"";
  }

  static String right(String column) {
    return "\"" + column.replace("\"", "\"\"") + "_r\"";
  }

  private static String isMissing(String column) {
    return left(column) + " IS NULL OR " + right(column) + " IS NULL";
  }

  private static String same(String l, String r) {
    return l + " = " + r;
  }
}
