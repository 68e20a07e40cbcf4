package io.cornerstore.profile.survivorship;

import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.Quality;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a record writes some fields, upper and lower case alike. Immutable. */
@Personal
record Spelling(List<String> parts) {

  /** Up to here one slip, above two: a short name has too many true neighbours. */
  private static final int SHORT = 5;

  /** Below that every name is a slip away from many. */
  private static final int TOO_SHORT = 3;

  Spelling {
    parts = List.copyOf(parts);
  }

  /** The first sound value of each of these fields, empty where there is none. */
  static Spelling of(SourceDocument document, FieldSet fields) {
    List<String> parts = new ArrayList<>();
    for (PersonalField field : fields.fields()) {
      parts.add(
          document
              .values(field)
              .filter(value -> value.quality() != Quality.DOUBTFUL)
              .map(PersonalValue::value)
              .findFirst()
              .map(value -> value.strip().toLowerCase(Locale.ROOT))
              .orElse(""));
    }
    return new Spelling(parts);
  }

  /**
   * Whether this looks like the other one mistyped: each part the same, one or two slips away or
   * but its initial, or the parts in each other's place. Digits do not slip: another house number
   * is another house.
   */
  boolean isSlipOf(Spelling other) {
    if (equals(other) || parts.size() != other.parts.size()) {
      return false;
    }
    if (parts.size() == 2 && parts.equals(other.parts.reversed())) {
      return true;
    }
    for (int i = 0; i < parts.size(); i++) {
      String here = parts.get(i);
      String there = other.parts.get(i);
      if (!here.equals(there) && !isInitial(here, there) && !isNear(here, there)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInitial(String here, String there) {
    boolean one = here.length() == 1 || (here.length() == 2 && here.endsWith("."));
    return one
        && there.length() > 2
        && Character.isLetter(here.charAt(0))
        && here.charAt(0) == there.charAt(0);
  }

  private static boolean isNear(String here, String there) {
    int longer = Math.max(here.length(), there.length());
    int most = longer > SHORT ? 2 : 1;
    return Math.min(here.length(), there.length()) >= TOO_SHORT
        && longer - Math.min(here.length(), there.length()) <= most
        && digits(here).equals(digits(there))
        && slips(here, there) <= most;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }

  /**
   * Letters put in, left out, replaced, or swapped with their neighbour (optimal string alignment).
   */
  private static int slips(String here, String there) {
    int[] before = new int[there.length() + 1];
    int[] last = new int[there.length() + 1];
    int[] row = new int[there.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= here.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= there.length(); j++) {
        int replaced = here.charAt(i - 1) == there.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + replaced);
        if (i > 1
            && j > 1
            && here.charAt(i - 1) == there.charAt(j - 2)
            && here.charAt(i - 2) == there.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[there.length()];
  }

  @Override
  public String toString() {
    return "Spelling[•••]";
  }
}
