package io.cornerstore.console.view;

import io.cornerstore.console.picture.SegmentPicture;
import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments of behaviour over all customers.
 *
 * @param when when it was counted
 * @param rows frequency, the most often first
 * @param chosen the cell that is looked into; absent for the grid alone
 */
@Personal
public record SegmentsPage(
    PageFrame frame,
    SegmentPicture picture,
    String when,
    String total,
    List<String> columns,
    List<Row> rows,
    @Nullable Chosen chosen) {

  public SegmentsPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return "SegmentsPage[•••]";
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
   * @param path of the page that looks into it; absent when nobody is there
   */
  public record Cell(String customers, String share, String days, @Nullable String path) {}

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
