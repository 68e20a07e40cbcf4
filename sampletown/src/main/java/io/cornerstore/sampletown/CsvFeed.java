package io.cornerstore.sampletown;

import java.util.Arrays;

/** Rows of cells with a delimiter (RFC 4180), now and then followed by a damaged copy of one. */
final class CsvFeed {

  static final double DAMAGE = 1 / 1_500.0;

  private final Feed feed;
  private final char delimiter;
  private final int timeColumn;
  private final Dice dice;

  /**
   * @param timeColumn number of the cell that gets a bad date, -1 for none
   */
  CsvFeed(Feed feed, char delimiter, int timeColumn, Dice dice) {
    this.feed = feed;
    this.delimiter = delimiter;
    this.timeColumn = timeColumn;
    this.dice = dice;
  }

  void row(int key, String... cells) {
    String text = join(delimiter, cells);
    feed.add(key, text, 1);
    if (dice.chance(DAMAGE)) {
      damage(key, cells);
    }
  }

  private void damage(int key, String[] cells) {
    String[] bad = cells.clone();
    switch (dice.below(timeColumn < 0 ? 2 : 3)) {
      case 0 -> {
        int keep = dice.between(1, cells.length - 1);
        feed.addMalformed(key, join(delimiter, Arrays.copyOf(bad, keep)), "too-few-cells");
      }
      case 1 -> {
        String[] longer = Arrays.copyOf(bad, bad.length + 2);
        longer[bad.length] = "";
        longer[bad.length + 1] = "x";
        feed.addMalformed(key, join(delimiter, longer), "too-many-cells");
      }
      default -> {
        bad[timeColumn] = badDate(dice);
        feed.addMalformed(key, join(delimiter, bad), "bad-date");
      }
    }
  }

  static String badDate(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> "2025-13-45";
      case 1 -> "02/30/2025 25:61";
      case 2 -> "yesterday";
      default -> "0000-00-00";
    };
  }

  /** One line with its line end. */
  static String join(char delimiter, String... cells) {
    StringBuilder line = new StringBuilder(128);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(delimiter);
      }
      cell(line, delimiter, cells[i]);
    }
    return line.append('\n').toString();
  }

  private static void cell(StringBuilder line, char delimiter, String cell) {
    boolean quote = false;
    for (int i = 0; i < cell.length() && !quote; i++) {
      char c = cell.charAt(i);
      quote = c == delimiter || c == '"' || c == '\n' || c == '\r';
    }
    if (quote) {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      line.append(cell);
    }
  }
}
