package io.cornerstore.intake.screening;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National ids with letters: the national insurance number of Britain, Italy's codice fiscale. */
final class LetteredIds {

  private static final String MASK = "[national id removed]";
  private static final Pattern NINO =
      Pattern.compile(
          "\\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
              + "( ?)[0-9]{2}\\1[0-9]{2}\\1[0-9]{2}\\1[A-D]\\b");
  private static final Pattern CODICE_FISCALE =
      Pattern.compile(
          "\\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\\b");
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private LetteredIds() {}

  static void find(String text, FieldWords field, List<Candidate> found) {
    if (!hasStart(text)) {
      return;
    }
    Matcher nino = NINO.matcher(text);
    while (nino.find()) {
      boolean grouped = !nino.group(1).isEmpty();
      add(text, nino, field, grouped ? Screen.GROUPING : 0, found);
    }
    Matcher codice = CODICE_FISCALE.matcher(text);
    while (codice.find()) {
      if (passesCodice(codice.group())) {
        add(text, codice, field, Screen.CHECKSUM, found);
      }
    }
  }

  private static void add(
      String text, Matcher match, FieldWords field, double evidence, List<Candidate> found) {
    double score =
        Screen.PATTERN + evidence + field.forNationalId(text, match.start(), match.end());
    found.add(new Candidate(match.start(), match.end(), Finding.NATIONAL_ID, MASK, score));
  }

  /** Two capitals before a digit, perhaps with a space: what both kinds have. */
  private static boolean hasStart(String text) {
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        int before = text.charAt(i - 1) == ' ' ? i - 2 : i - 1;
        if (before >= 1 && upper(text.charAt(before)) && upper(text.charAt(before - 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean passesCodice(String code) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = code.charAt(i);
      int value = c >= 'A' ? c - 'A' : c - '0';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return sum % 26 == code.charAt(15) - 'A';
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
