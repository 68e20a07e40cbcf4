package io.cornerstore.console.home;

import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.console.view.SegmentsPage.Cell;
import io.cornerstore.console.view.SegmentsPage.Choice;
import io.cornerstore.console.view.SegmentsPage.Row;
import io.cornerstore.console.view.SegmentsPage.Table;
import io.cornerstore.console.view.Wording;
import io.cornerstore.kernel.Money;
import io.cornerstore.profile.Revenues.Currency;
import io.cornerstore.profile.Segments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the grid of segments: by customers, by days with a purchase, or by money of a currency. */
final class SegmentGrids {

  private static final String CUSTOMERS = "customers";
  private static final String DAYS = "days";

  /** Currencies that the table shows; the others can be chosen. */
  private static final int IN_TABLE = 3;

  private final Segments.Grid grid;
  private final List<Currency> currencies;
  private final String by;
  private final Wording words;

  /**
   * Over the counts.
   *
   * @param by what the grid shows: customers, days, or the code of a currency; anything else is
   *     taken as customers
   */
  SegmentGrids(Segments.Grid grid, List<Currency> currencies, @Nullable String by, Wording words) {
    this.grid = grid;
    this.currencies = currencies;
    this.words = words;
    boolean known =
        DAYS.equals(by) || currencies.stream().anyMatch(currency -> currency.code().equals(by));
    this.by = known && by != null ? by : CUSTOMERS;
  }

  List<Choice> choices(String path) {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(path, CUSTOMERS, words.text("segments.by-customers")));
    choices.add(choice(path, DAYS, words.text("segments.by-days")));
    for (Currency currency : currencies) {
      choices.add(choice(path, currency.code(), words.text("segments.by-money", currency.code())));
    }
    return choices;
  }

  private Choice choice(String path, String measure, String name) {
    return new Choice(name, path + query(measure), measure.equals(by));
  }

  private static String query(String measure) {
    return measure.equals(CUSTOMERS) ? "" : "?by=" + measure;
  }

  SegmentPicture picture() {
    if (by.equals(DAYS)) {
      return SegmentPicture.of(grid.days(), words::whole, words);
    }
    for (Currency currency : currencies) {
      if (currency.code().equals(by)) {
        return SegmentPicture.of(
            currency.minorUnits(), minor -> words.roughly(new Money(minor, by)), words);
      }
    }
    return SegmentPicture.of(grid, words);
  }

  Table table() {
    List<Currency> shown =
        currencies.stream()
            .filter(
                currency -> currencies.indexOf(currency) < IN_TABLE || currency.code().equals(by))
            .toList();
    List<String> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int recency = Segments.BANDS - 1; recency >= 0; recency--) {
      columns.add(words.text("segments.recency." + recency));
    }
    for (int frequency = Segments.BANDS - 1; frequency >= 0; frequency--) {
      List<Cell> cells = new ArrayList<>();
      for (int recency = Segments.BANDS - 1; recency >= 0; recency--) {
        cells.add(cell(recency, frequency, shown));
      }
      rows.add(new Row(words.text("segments.frequency." + frequency), cells));
    }
    String caption = words.text(shown.isEmpty() ? "segments.caption" : "segments.caption-money");
    return new Table(caption, columns, rows);
  }

  private Cell cell(int recency, int frequency, List<Currency> shown) {
    int customers = grid.customers(recency, frequency);
    int place = recency * Segments.BANDS + frequency;
    return new Cell(
        words.whole(customers),
        words.percent(customers / (double) Math.max(1, grid.total())),
        words.percent(grid.days(recency, frequency) / (double) Math.max(1, grid.totalDays())),
        shown.stream()
            .filter(currency -> currency.minorUnits().get(place) != 0)
            .map(currency -> money(currency, currency.minorUnits().get(place)))
            .toList(),
        customers == 0 ? null : "/segments/" + recency + "-" + frequency + query(by));
  }

  private String money(Currency currency, long minorUnits) {
    String amount = words.money(new Money(minorUnits, currency.code()));
    return minorUnits < 0 || currency.total() <= 0
        ? amount
        : amount + " · " + words.percent(minorUnits / (double) currency.total());
  }
}
