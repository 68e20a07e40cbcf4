package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.MatchGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * How evidence adds up: from how unlikely any two records are the same (the prior), step by step,
 * to the total, in bits. One bit doubles the odds.
 */
public record WaterfallPicture(int width, int height, double zero, List<Bar> bars) {

  private static final int LEFT = 190;
  private static final int RIGHT = 62;
  private static final int PLOT = 330;
  private static final int ROW = 26;

  /**
   * One bar.
   *
   * @param label what was compared
   * @param outcome how it came out, in words
   * @param style class in the style sheet: for, against, prior, total
   * @param bits signed, with one decimal
   */
  public record Bar(
      String label, String outcome, double x, int y, double width, String style, String bits) {

    /** Where the label's base line is. */
    public int textY() {
      return y + 14;
    }
  }

  /** Draws one pair's evidence. */
  public static WaterfallPicture of(MatchGraph.Edge edge, Wording words) {
    Drawing drawing = Drawing.of(edge, words);
    drawing.add(
        words.text("waterfall.prior"),
        words.text("waterfall.prior-outcome"),
        "prior",
        new Stretch(0, edge.priorBits()));
    double sum = edge.priorBits();
    for (MatchGraph.Step step : edge.steps()) {
      drawing.add(
          words.attribute(step.attribute()),
          outcome(step, words),
          step.bits() >= 0 ? "for" : "against",
          new Stretch(sum, sum + step.bits()));
      sum += step.bits();
    }
    drawing.add(
        words.text("waterfall.total"),
        words.odds(edge.totalBits()),
        "total",
        new Stretch(0, edge.totalBits()));
    return new WaterfallPicture(
        LEFT + PLOT + RIGHT,
        drawing.bars.size() * ROW + 4,
        round(drawing.zero),
        List.copyOf(drawing.bars));
  }

  private static String outcome(MatchGraph.Step step, Wording words) {
    String level = words.level(step.level());
    return step.rarityBits() >= 1 ? words.text("waterfall.rare", level) : level;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /* From where to where a bar reaches, in bits. */
  private record Stretch(double from, double to) {}

  private record Drawing(Wording words, double zero, double scale, List<Bar> bars) {

    static Drawing of(MatchGraph.Edge edge, Wording words) {
      double low = Math.min(0, edge.priorBits());
      double high = Math.max(0, edge.priorBits());
      double sum = edge.priorBits();
      for (MatchGraph.Step step : edge.steps()) {
        sum += step.bits();
        low = Math.min(low, sum);
        high = Math.max(high, sum);
      }
      double scale = PLOT / Math.max(1e-9, high - low);
      return new Drawing(words, LEFT - low * scale, scale, new ArrayList<>());
    }

    void add(String label, String outcome, String style, Stretch stretch) {
      double bits = stretch.to - stretch.from;
      bars.add(
          new Bar(
              label,
              outcome,
              round(zero + Math.min(stretch.from, stretch.to) * scale),
              bars.size() * ROW + 3,
              round(Math.max(1.5, Math.abs(bits) * scale)),
              style,
              words.signed(bits)));
    }
  }
}
