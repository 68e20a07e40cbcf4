package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A reliability diagram: for each band of the engine's probability the share that stewards called
 * the same, beside the diagonal on which a perfect engine would lie. The area of a dot grows with
 * its cases.
 */
public record ReliabilityPicture(
    int size, int left, int bottom, List<Tick> ticks, List<Dot> dots, List<Row> table) {

  private static final int PLOT = 300;
  private static final int LEFT = 44;
  private static final int TOP = 10;
  private static final double SMALLEST = 4;
  private static final double LARGEST = 16;

  /** A mark of both axes. */
  public record Tick(double x, double y, String text) {}

  /** One band. */
  public record Dot(double x, double y, double radius, String title) {}

  /** One band's numbers. */
  public record Row(String band, String cases, String expected, String observed) {}

  /** Width and height of the drawing. */
  public int width() {
    return left + size + 20;
  }

  /** Draws the bands that have cases. */
  public static ReliabilityPicture of(Reliability reliability, Wording words) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= 10; i += 2) {
      ticks.add(new Tick(x(i / 10.0), y(i / 10.0), words.percent(i / 10.0)));
    }
    List<Dot> dots = new ArrayList<>();
    List<Row> table = new ArrayList<>();
    double most =
        Math.max(
            1, reliability.bands().stream().mapToLong(Reliability.Band::cases).max().orElse(1));
    for (Reliability.Band band : reliability.bands()) {
      String name =
          words.text("agreement.band", words.percent(band.from()), words.percent(band.to()));
      table.add(
          new Row(
              name,
              words.whole(band.cases()),
              share(band.expectedShare(), words),
              share(band.observedShare(), words)));
      if (band.cases() > 0) {
        dots.add(
            new Dot(
                x(band.expectedShare().orElse(0)),
                y(band.observedShare().orElse(0)),
                Math.max(SMALLEST, LARGEST * Math.sqrt(band.cases() / most)),
                words.text(
                    "agreement.dot", name, band.cases(), share(band.observedShare(), words))));
      }
    }
    return new ReliabilityPicture(PLOT, LEFT, TOP + PLOT, ticks, dots, table);
  }

  private static String share(OptionalDouble share, Wording words) {
    return share.isEmpty() ? "–" : words.percent(share.getAsDouble());
  }

  private static double x(double share) {
    return LEFT + Math.round(share * PLOT * 10) / 10.0;
  }

  private static double y(double share) {
    return TOP + Math.round((1 - share) * PLOT * 10) / 10.0;
  }
}
