package io.cornerstore.console.view;

import io.cornerstore.console.picture.FlowPicture;
import io.cornerstore.console.picture.PunchCardPicture;
import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments of behaviour over all customers.
 *
 * @param choices what the grid can show
 * @param chosen the cell that is looked into; absent for the grid alone
 */
@Personal
public record SegmentsPage(
    PageFrame frame,
    Counted counted,
    List<Choice> choices,
    SegmentPicture picture,
    Table table,
    Habits habits,
    @Nullable Chosen chosen) {

  public SegmentsPage {
    choices = List.copyOf(choices);
  }

  @Override
  public String toString() {
    return "SegmentsPage[•••]";
  }

  /**
   * What was counted and when.
   *
   * @param money since when the sums stand, or that they are not there yet
   */
  public record Counted(String total, String when, String money) {}

  /** Something the grid can show, and the address where it does. */
  public record Choice(String words, String path, boolean chosen) {}

  /**
   * The numbers of the grid.
   *
   * @param rows frequency, the most often first
   */
  public record Table(String caption, List<String> columns, List<Row> rows) {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** Customers who buy that often. */
  public record Row(String heading, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param days share of all days with a purchase
   * @param money of each currency with its share
   * @param path of the page that looks into it; absent when nobody is there
   */
  public record Cell(
      String customers, String share, String days, List<String> money, @Nullable String path) {

    public Cell {
      money = List.copyOf(money);
    }
  }

  /**
   * What customers do as a whole.
   *
   * @param zone of the hours
   */
  public record Habits(FlowPicture flow, PunchCardPicture week, String zone) {}

  /** Some customers of a cell. */
  @Personal
  public record Chosen(String heading, List<SearchPage.Hit> hits) {

    public Chosen {
      hits = List.copyOf(hits);
    }

    @Override
    public String toString() {
      return "Chosen[" + heading + "]";
    }
  }
}
