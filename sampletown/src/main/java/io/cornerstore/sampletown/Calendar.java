package io.cornerstore.sampletown;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** When things happen: by the week, the season before Christmas, and each person's own hours. */
final class Calendar {

  /** What a day is good for. */
  enum Rhythm {
    STORE,
    WEB,
    OFFICE
  }

  /** Monday to Sunday. */
  private static final double[] STORE_WEEK = {0.85, 0.75, 0.85, 0.95, 1.35, 1.95, 1.2};

  private static final double[] WEB_WEEK = {1.15, 1.0, 1.0, 1.0, 0.85, 0.95, 1.35};
  private static final double[] OFFICE_WEEK = {1.5, 1.3, 1.2, 1.1, 1.0, 0.35, 0.05};

  private final LocalDate from;
  private final LocalDate until;
  private final double[] store;
  private final double[] storeOnWeekdays;
  private final double[] web;
  private final double[] office;

  Calendar(LocalDate from, LocalDate until) {
    this.from = from;
    this.until = until;
    this.store = sums(Rhythm.STORE, 1);
    this.storeOnWeekdays = sums(Rhythm.STORE, 2.4);
    this.web = sums(Rhythm.WEB, 1);
    this.office = sums(Rhythm.OFFICE, 1);
  }

  LocalDate from() {
    return from;
  }

  LocalDate until() {
    return until;
  }

  private double[] sums(Rhythm rhythm, double weekdays) {
    int days = (int) from.until(until, ChronoUnit.DAYS);
    double[] week =
        switch (rhythm) {
          case STORE -> STORE_WEEK;
          case WEB -> WEB_WEEK;
          case OFFICE -> OFFICE_WEEK;
        };
    double[] sums = new double[days];
    double sum = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = from.plusDays(i);
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      sum +=
          week[day.getDayOfWeek().getValue() - 1] * (weekend ? 1 : weekdays) * season(day, rhythm);
      sums[i] = sum;
    }
    return sums;
  }

  private static double season(LocalDate day, Rhythm rhythm) {
    if (day.getMonth() == Month.DECEMBER) {
      int date = day.getDayOfMonth();
      if (date == 25 && rhythm != Rhythm.WEB) {
        return 0;
      }
      return date < 24 ? 2.1 : 0.9;
    }
    return switch (day.getMonth()) {
      case NOVEMBER -> day.getDayOfMonth() > 20 ? 1.7 : 1.15;
      case JANUARY, FEBRUARY -> 0.8;
      case JULY, AUGUST -> 0.9;
      default -> 1;
    };
  }

  /** Some moment of the history that suits the person and the channel. */
  LocalDateTime draw(Rhythm rhythm, Person.Habits habits, Dice dice) {
    double[] sums =
        switch (rhythm) {
          case STORE -> habits.weekdays() ? storeOnWeekdays : store;
          case WEB -> web;
          case OFFICE -> office;
        };
    int found = Arrays.binarySearch(sums, dice.unit() * sums[sums.length - 1]);
    LocalDate day = from.plusDays(Math.min(found < 0 ? -found - 1 : found, sums.length - 1));
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    int hour =
        switch (rhythm) {
          case STORE -> hour(weekend ? 13 : habits.hour(), weekend ? 2.5 : 1.5, 8, 20, dice);
          case WEB -> hour(habits.hour() + 2, 3, 4, 23, dice);
          case OFFICE -> hour(habits.weekdays() ? 10 : 12, 2, 8, 17, dice);
        };
    return day.atTime(hour, dice.below(60), dice.below(60));
  }

  private static int hour(int usual, double spread, int low, int high, Dice dice) {
    return Math.clamp(Math.round(usual + spread * dice.bell()), low, high);
  }

  /** The place of a moment among sort keys; moments up to a year around the history fit. */
  int key(LocalDateTime at) {
    long all = from.until(until, ChronoUnit.DAYS) * 86_400 + 400L * 86_400;
    long seconds = from.atStartOfDay().until(at, ChronoUnit.SECONDS);
    return (int) (Math.clamp(seconds, 0, all - 1) * (Shelf.KEYS - 1L) / all);
  }
}
