package io.cornerstore.cli.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the SQL condition of a comparison level asks, as far as it can be told. */
sealed interface SqlMeaning {
  /** Both values are the same. */
  record Exact() implements SqlMeaning {}

  /** At most so many edits apart, by Levenshtein or Damerau-Levenshtein. */
  record Edits(int most) implements SqlMeaning {}

  /** At least so alike, 0..1, by Jaro-Winkler, Jaro or Jaccard. */
  record Alike(double least) implements SqlMeaning {}

  /** At most so many days apart. */
  record Days(double most) implements SqlMeaning {}

  /** Lists with something in common. */
  record Overlap() implements SqlMeaning {}

  /** The first letters are the same; only these are compared. */
  record Initial() implements SqlMeaning {}

  /** The part of an e-mail before the at sign is the same. */
  record LocalPart() implements SqlMeaning {}

  /** Some other part of the value is the same. */
  record Part() implements SqlMeaning {}

  /** All that no other level took. */
  record Otherwise() implements SqlMeaning {}

  /** Something else, or several columns at once. */
  record Unknown() implements SqlMeaning {}

  Pattern COLUMN = Pattern.compile("[\"`]([^\"`]+?)_([lr])[\"`]|\\b([A-Za-z_]\\w*?)_([lr])\\b");

  /** The columns that a condition compares, without the endings for left and right. */
  static Set<String> columns(String sql) {
    Set<String> columns = new LinkedHashSet<>();
    Matcher matcher = COLUMN.matcher(sql);
    while (matcher.find()) {
      columns.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(3));
    }
    return columns;
  }

  /** What a condition asks. */
  static SqlMeaning of(String sql) {
    String plain = sql.toLowerCase(Locale.ROOT).replaceAll("[\"`\\s]+", " ").strip();
    if (plain.equals("else")) {
      return new Otherwise();
    }
    if (columns(sql).size() != 1 || plain.matches(".*\\bnot\\b.*")) {
      return new Unknown();
    }
    if (plain.matches(".*\\b(length|len)\\b.*\\bsubstr.*= ?.*")) {
      return new Initial();
    }
    if (plain.matches(".*(intersect|has_any|overlap|&&).*")) {
      return new Overlap();
    }
    return byMeasure(plain);
  }

  private static SqlMeaning byMeasure(String plain) {
    Matcher edits =
        Pattern.compile("(levenshtein|editdist)\\w* ?\\(.*?\\) ?(<=?) ?(\\d+)").matcher(plain);
    if (edits.find()) {
      int most = Integer.parseInt(edits.group(3));
      return new Edits(edits.group(2).equals("<") ? most - 1 : most);
    }
    Matcher alike =
        Pattern.compile("(jaro|jaccard)\\w* ?\\(.*\\) ?>=? ?(0?\\.\\d+|1(\\.0+)?)").matcher(plain);
    if (alike.find()) {
      return new Alike(Double.parseDouble(alike.group(2)));
    }
    Matcher date = Pattern.compile("(epoch|date_?diff|abs).*<=? ?(\\d+(\\.\\d+)?)").matcher(plain);
    if (date.find()) {
      double most = Double.parseDouble(date.group(2));
      return new Days(plain.contains("epoch") ? most / 86_400 : most);
    }
    return byPart(plain);
  }

  private static SqlMeaning byPart(String plain) {
    int equals = plain.indexOf('=');
    if (equals < 0 || plain.contains("<") || plain.contains(">") || plain.contains(" or ")) {
      return new Unknown();
    }
    if (plain.contains("^[^@]+") || plain.matches(".*split_part ?\\(.*'@' ?, ?1 ?\\).*")) {
      return new LocalPart();
    }
    if (plain.matches(".*\\b(left|substr|substring) ?\\([^)]*\\b1 ?\\).*")) {
      return new Initial();
    }
    if (plain.matches(".*\\b(regexp|left|right|substr|split|year|month|day|date_part|extract).*")) {
      return new Part();
    }
    return plain.contains(" and ") ? new Unknown() : new Exact();
  }
}
