package io.cornerstore.intake.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits in groups with separators between: {@code 4111 1111-1111 1111}. Knows where each group
 * stands, so that any stretch of groups can be looked at by itself.
 */
final class NumberRun {

  private static final int FEWEST_DIGITS = 9;
  private static final int MOST_GROUPS = 64;
  private static final int WIDEST_GAP = 3;

  private final int[] starts;
  private final int[] ends;
  private final String digits;
  private final int[] firstDigit;

  private NumberRun(int[] starts, int[] ends, String digits, int[] firstDigit) {
    this.starts = starts;
    this.ends = ends;
    this.digits = digits;
    this.firstDigit = firstDigit;
  }

  static List<NumberRun> in(String text) {
    List<NumberRun> runs = new ArrayList<>(1);
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      i = readRun(text, i, runs);
    }
    return runs;
  }

  private static int readRun(String text, int from, List<NumberRun> runs) {
    List<int[]> groups = new ArrayList<>(4);
    StringBuilder digits = new StringBuilder(20);
    int at = from;
    while (groups.size() < MOST_GROUPS) {
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        digits.append(text.charAt(at++));
      }
      groups.add(new int[] {start, at});
      int next = at;
      while (next < text.length() && next - at < WIDEST_GAP && isSeparator(text.charAt(next))) {
        next++;
      }
      if (next == at || next == text.length() || !isDigit(text.charAt(next))) {
        break;
      }
      at = next;
    }
    if (digits.length() >= FEWEST_DIGITS) {
      runs.add(of(groups, digits.toString()));
    }
    return at;
  }

  private static NumberRun of(List<int[]> groups, String digits) {
    int[] starts = new int[groups.size()];
    int[] ends = new int[groups.size()];
    int[] first = new int[groups.size() + 1];
    for (int g = 0; g < starts.length; g++) {
      starts[g] = groups.get(g)[0];
      ends[g] = groups.get(g)[1];
      first[g + 1] = first[g] + ends[g] - starts[g];
    }
    return new NumberRun(starts, ends, digits, first);
  }

  int groups() {
    return starts.length;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** The digits of the groups {@code from} to {@code to}, both included. */
  String digits(int from, int to) {
    return digits.substring(firstDigit[from], firstDigit[to + 1]);
  }

  int digitCount(int from, int to) {
    return firstDigit[to + 1] - firstDigit[from];
  }

  /** Whether the groups have exactly these lengths and one and the same separator. */
  boolean grouped(String text, int from, int to, int... lengths) {
    if (to - from + 1 != lengths.length) {
      return false;
    }
    for (int g = from; g <= to; g++) {
      if (length(g) != lengths[g - from]
          || (g > from + 1 && !separator(text, g).equals(separator(text, from + 1)))) {
        return false;
      }
    }
    return true;
  }

  /** What stands before a group. */
  String separator(String text, int group) {
    return text.substring(ends[group - 1], starts[group]);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '/'
        || c == '_'
        || c == '\t'
        || c == '\u00A0'
        || (c >= '\u2010' && c <= '\u2015')
        || c == '\u202F'
        || c == '\u2009';
  }
}
