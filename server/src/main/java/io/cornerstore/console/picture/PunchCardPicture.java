package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.Behaviour.PunchCard;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * Purchases by weekday and hour as a grid of dots, area in proportion to the count. Rows that begin
 * the day late and end it early are cut to the hours in use, at least 8 to 20.
 */
public record PunchCardPicture(
    int width, int height, List<Dot> dots, List<Label> hours, List<Label> days, List<Row> table) {

  private static final int CELL = 22;
  private static final int LEFT = 34;
  private static final int TOP = 6;

  /** One dot and what to say about it. */
  public record Dot(int x, int y, double radius, String title) {}

  /** Words at a place. */
  public record Label(int x, int y, String text) {}

  /** One weekday's counts for the table, in the columns of {@code hours}. */
  public record Row(String day, List<Integer> counts) {}

  /** Draws the card; nothing but the frame when there were no purchases. */
  public static PunchCardPicture of(PunchCard card, Wording words) {
    int first = 8;
    int last = 20;
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int hour = 0; hour < 24; hour++) {
        if (card.at(day, hour) > 0) {
          first = Math.min(first, hour);
          last = Math.max(last, hour);
        }
      }
    }
    return draw(card, first, last, words);
  }

  private static PunchCardPicture draw(PunchCard card, int first, int last, Wording words) {
    int columns = last - first + 1;
    List<Dot> dots = new ArrayList<>();
    List<Label> days = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    double most = Math.max(1, card.maximum());
    for (DayOfWeek day : DayOfWeek.values()) {
      int y = TOP + (day.getValue() - 1) * CELL + CELL / 2;
      days.add(new Label(0, y + 4, words.shortWeekday(day)));
      List<Integer> counts = new ArrayList<>();
      for (int hour = first; hour <= last; hour++) {
        int count = card.at(day, hour);
        counts.add(count);
        if (count > 0) {
          int x = LEFT + (hour - first) * CELL + CELL / 2;
          dots.add(
              new Dot(
                  x,
                  y,
                  round(Math.sqrt(count / most) * (CELL / 2.0 - 1.5)),
                  words.text("punch-card.dot", words.weekday(day), hour, hour + 1, count)));
        }
      }
      table.add(new Row(words.weekday(day), counts));
    }
    return new PunchCardPicture(
        LEFT + columns * CELL + 4, TOP + 7 * CELL + 20, dots, hourLabels(first, last), days, table);
  }

  private static List<Label> hourLabels(int first, int last) {
    List<Label> labels = new ArrayList<>();
    for (int hour = first; hour <= last; hour++) {
      labels.add(
          new Label(
              LEFT + (hour - first) * CELL + CELL / 2,
              TOP + 7 * CELL + 14,
              Integer.toString(hour)));
    }
    return labels;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
