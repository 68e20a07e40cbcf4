package io.cornerstore.linkage;

import io.cornerstore.linkage.search.NameSearch;
import io.cornerstore.linkage.search.SearchTerms;
import io.cornerstore.linkage.search.SearchTerms.Field;
import io.cornerstore.linkage.store.Digits;
import io.cornerstore.linkage.text.Folding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a query into terms. */
final class QueryReader {
  private static final Set<Field> ANY = EnumSet.allOf(Field.class);
  private static final int MOST_WORDS = 8;
  private static final int FEWEST_DIGITS = 4;

  private QueryReader() {}

  static List<Hit> search(NameSearch names, SearchQuery query, int limit) {
    List<SearchTerms.Word> words = new ArrayList<>();
    List<Long> digits = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    for (String part : split(query.text())) {
      if (part.indexOf('@') > 0) {
        emails.add(part.toLowerCase(Locale.ROOT));
      } else if (isNumber(part)) {
        digits.add(digits(part));
      } else {
        add(words, part, ANY);
      }
    }
    add(words, query.givenName(), EnumSet.of(Field.GIVEN));
    add(words, query.familyName(), EnumSet.of(Field.FAMILY));
    add(words, query.organization(), EnumSet.of(Field.ORGANIZATION));
    add(words, query.locality(), EnumSet.of(Field.TOWN));
    add(words, query.postalCode().replace(" ", ""), EnumSet.of(Field.CODE));
    if (!query.email().isBlank()) {
      emails.add(query.email().strip().toLowerCase(Locale.ROOT));
    }
    if (isNumber(query.phone())) {
      digits.add(digits(query.phone()));
    }
    PartialDate birth = query.birthDate();
    int date = birth == null ? 0 : birth.year() << 9 | birth.month() << 5 | birth.day();
    SearchTerms terms = new SearchTerms(words, digits, emails, date);
    return names.search(terms, limit).stream()
        .map(found -> new Hit(found.handle(), found.score()))
        .toList();
  }

  /* Words; digits with only separators between stay together, as phones are written. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.strip().split("[\\s,;]+")) {
      int last = parts.size() - 1;
      boolean joins =
          last >= 0 && isDigits(part) && isDigits(parts.get(last)) && parts.get(last).length() < 14;
      if (joins) {
        parts.set(last, parts.get(last) + part);
      } else if (!part.isEmpty() && parts.size() < MOST_WORDS) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-()./".indexOf(c) >= 0);
  }

  private static boolean isNumber(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count() >= FEWEST_DIGITS
        && text.chars().noneMatch(Character::isLetter);
  }

  private static long digits(String text) {
    return Digits.packShort(text);
  }

  private static void add(List<SearchTerms.Word> words, String text, Set<Field> fields) {
    String folded = Folding.fold(text);
    if (!folded.isEmpty()) {
      for (String word : folded.split(" ")) {
        if (words.size() < MOST_WORDS) {
          words.add(new SearchTerms.Word(word, fields));
        }
      }
    }
  }
}
