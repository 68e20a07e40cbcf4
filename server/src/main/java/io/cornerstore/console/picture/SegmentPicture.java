package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Customers by recency and frequency as a grid, the more in a cell the stronger; those who bought
 * lately and often stand at the top right.
 *
 * @param rows frequency, the most often first
 * @param columns recency, the longest ago first
 */
public record SegmentPicture(
    int width, int height, List<Cell> cells, List<Label> columns, List<Label> rows) {

  private static final int WIDE = 108;
  private static final int HIGH = 56;
  private static final int LEFT = 96;
  private static final int GAP = 4;
  private static final int STRENGTHS = 5;

  /** One cell: its strength from 0 (nothing) to 5, and what stands in it. */
  public record Cell(int x, int y, int strength, String count, String share) {}

  /** Words at a place. */
  public record Label(int x, int y, String text) {}

  /** Draws the grid of customers. */
  public static SegmentPicture of(Segments.Grid grid, Wording words) {
    return of(grid.customers().stream().map(Integer::longValue).toList(), words::whole, words);
  }

  /**
   * Draws a grid of other numbers.
   *
   * @param values in the order of {@link Segments.Grid}; below zero is drawn as nothing
   * @param written a value as it stands in its cell
   */
  public static SegmentPicture of(List<Long> values, LongFunction<String> written, Wording words) {
    List<Cell> cells = new ArrayList<>();
    List<Label> columns = new ArrayList<>();
    List<Label> rows = new ArrayList<>();
    long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
    double total = values.stream().mapToLong(Long::longValue).sum();
    for (int recency = 0; recency < Segments.BANDS; recency++) {
      int x = LEFT + (Segments.BANDS - 1 - recency) * WIDE;
      columns.add(
          new Label(
              x + WIDE / 2,
              Segments.BANDS * HIGH + 16,
              words.text("segments.short-recency." + recency)));
      for (int frequency = 0; frequency < Segments.BANDS; frequency++) {
        long value = values.get(recency * Segments.BANDS + frequency);
        cells.add(
            new Cell(
                x,
                (Segments.BANDS - 1 - frequency) * HIGH,
                strength(value, most),
                written.apply(value),
                value < 0 || total <= 0 ? "" : words.percent(value / total)));
      }
    }
    for (int frequency = 0; frequency < Segments.BANDS; frequency++) {
      rows.add(
          new Label(
              LEFT - 10,
              (Segments.BANDS - 1 - frequency) * HIGH + HIGH / 2 + 4,
              words.text("segments.short-frequency." + frequency)));
    }
    return new SegmentPicture(
        LEFT + Segments.BANDS * WIDE, Segments.BANDS * HIGH + 24, cells, columns, rows);
  }

  /** The cells without the words around them, as the view box of a picture in small. */
  public String plainBox() {
    return "%d 0 %d %d".formatted(LEFT, Segments.BANDS * WIDE - GAP, Segments.BANDS * HIGH - GAP);
  }

  /** Width of a cell without the gap to the next. */
  public int cellWidth() {
    return WIDE - GAP;
  }

  /** Height of a cell without the gap to the next. */
  public int cellHeight() {
    return HIGH - GAP;
  }

  /* By the root of the share: a few hundred are seen beside tens of thousands. */
  private static int strength(long value, long most) {
    return value <= 0 ? 0 : (int) Math.ceil(Math.sqrt((double) value / most) * STRENGTHS);
  }
}
