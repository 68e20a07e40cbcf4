package io.cornerstore.intake.screening;

import java.util.List;
import java.util.Set;

/**
 * National ids made of digits: the social security numbers of the United States and France, the NIK
 * of Indonesia, the Aadhaar of India, the CPF of Brazil. Those without a check digit need their
 * usual grouping or a telling word.
 */
final class NationalNumbers {

  private static final String MASK = "[national id removed]";
  private static final Set<String> ADVERTISED = Set.of("078051120", "219099999");
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63,
          64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96);
  private static final int[][] VERHOEFF = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] VERHOEFF_STEPS = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
    {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
    {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };

  private NationalNumbers() {}

  static void find(String text, NumberRun run, FieldWords field, List<Candidate> found) {
    for (int from = 0; from < run.groups(); from++) {
      for (int to = from; to < run.groups(); to++) {
        int count = run.digitCount(from, to);
        if (count > 16) {
          break;
        }
        double evidence = count < 9 ? 0 : evidence(text, run, from, to, count);
        int start = run.start(from);
        int end = run.end(to);
        if (evidence > 0 && !(start > 0 && text.charAt(start - 1) == '+')) {
          double score = evidence + field.forNationalId(text, start, end);
          if (field.type() == FieldType.PHONE && count <= 15) {
            score += Screen.LOOKALIKE;
          }
          found.add(new Candidate(start, end, Finding.NATIONAL_ID, MASK, score));
        }
      }
    }
  }

  private static double evidence(String text, NumberRun run, int from, int to, int count) {
    String digits = run.digits(from, to);
    boolean whole = from == to;
    return switch (count) {
      case 9 -> socialSecurity(digits, whole, run.grouped(text, from, to, 3, 2, 4));
      case 11 -> cpf(digits, text, run, from, to);
      case 12 -> aadhaar(digits, whole, run.grouped(text, from, to, 4, 4, 4));
      case 15 -> nir(digits, whole, run.grouped(text, from, to, 1, 2, 2, 2, 3, 3, 2));
      case 16 -> whole && isNik(digits) ? Screen.PATTERN + Screen.GROUPING : 0;
      default -> 0;
    };
  }

  private static double socialSecurity(String digits, boolean whole, boolean grouped) {
    int area = Integer.parseInt(digits, 0, 3, 10);
    boolean issued =
        area != 0
            && area != 666
            && area < 900
            && !digits.startsWith("00", 3)
            && !digits.endsWith("0000")
            && !ADVERTISED.contains(digits);
    if (!issued || !(whole || grouped)) {
      return 0;
    }
    return Screen.PATTERN + (grouped ? Screen.GROUPING : 0);
  }

  private static double cpf(String digits, String text, NumberRun run, int from, int to) {
    boolean grouped =
        to - from == 3
            && run.length(from) == 3
            && run.length(from + 1) == 3
            && run.length(from + 2) == 3
            && run.separator(text, from + 1).equals(".")
            && run.separator(text, from + 2).equals(".")
            && run.separator(text, to).equals("-");
    if (!grouped || !passesCpf(digits)) {
      return 0;
    }
    return Screen.PATTERN + Screen.GROUPING + Screen.CHECKSUM;
  }

  private static double aadhaar(String digits, boolean whole, boolean grouped) {
    if (digits.charAt(0) < '2' || !(whole || grouped) || !passesVerhoeff(digits)) {
      return 0;
    }
    return Screen.PATTERN + (grouped ? Screen.GROUPING + Screen.CHECKSUM : 0);
  }

  private static double nir(String digits, boolean whole, boolean grouped) {
    int month = Integer.parseInt(digits, 3, 5, 10);
    boolean person = digits.charAt(0) == '1' || digits.charAt(0) == '2';
    if (!person || month < 1 || (month > 12 && month < 20) || !(whole || grouped)) {
      return 0;
    }
    long body = Long.parseLong(digits, 0, 13, 10);
    if (97 - body % 97 != Integer.parseInt(digits, 13, 15, 10)) {
      return 0;
    }
    return Screen.PATTERN + Screen.CHECKSUM + (grouped ? Screen.GROUPING : 0);
  }

  static boolean isNik(String digits) {
    int day = Integer.parseInt(digits, 6, 8, 10);
    int month = Integer.parseInt(digits, 8, 10, 10);
    boolean born = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
    return PROVINCES.contains(Integer.parseInt(digits, 0, 2, 10))
        && !digits.startsWith("00", 2)
        && !digits.startsWith("00", 4)
        && born
        && month >= 1
        && month <= 12
        && !digits.endsWith("0000")
        && !CardNumbers.isTimestamp(digits);
  }

  static boolean passesCpf(String digits) {
    if (digits.chars().distinct().count() == 1) {
      return false;
    }
    for (int length = 9; length <= 10; length++) {
      int sum = 0;
      for (int i = 0; i < length; i++) {
        sum += (digits.charAt(i) - '0') * (length + 1 - i);
      }
      if (sum * 10 % 11 % 10 != digits.charAt(length) - '0') {
        return false;
      }
    }
    return true;
  }

  static boolean passesVerhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      check = VERHOEFF[check][VERHOEFF_STEPS[i % 8][digit]];
    }
    return check == 0;
  }
}
