package io.cornerstore.console.picture;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.MatchGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
  public static WaterfallPicture of(MatchGraph.Edge edge) {
    double low = Math.min(0, edge.priorBits());
    double high = Math.max(0, edge.priorBits());
    double sum = edge.priorBits();
    for (MatchGraph.Step step : edge.steps()) {
      sum += step.bits();
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    double scale = PLOT / Math.max(1e-9, high - low);
    double zero = LEFT - low * scale;
    List<Bar> bars = new ArrayList<>();
    bars.add(
        bar(
            "Before any evidence",
            "two records picked at random",
            0,
            edge.priorBits(),
            0,
            "prior",
            zero,
            scale));
    sum = edge.priorBits();
    for (MatchGraph.Step step : edge.steps()) {
      String style = step.bits() >= 0 ? "for" : "against";
      bars.add(
          bar(
              Wording.attribute(step.attribute()),
              outcome(step),
              sum,
              sum + step.bits(),
              bars.size(),
              style,
              zero,
              scale));
      sum += step.bits();
    }
    bars.add(
        bar(
            "Together",
            Wording.odds(edge.totalBits()),
            0,
            edge.totalBits(),
            bars.size(),
            "total",
            zero,
            scale));
    return new WaterfallPicture(LEFT + PLOT + RIGHT, bars.size() * ROW + 4, round(zero), bars);
  }

  private static String outcome(MatchGraph.Step step) {
    String level = Wording.level(step.level());
    return step.rarityBits() >= 1 ? level + ", and the value is rare" : level;
  }

  private static Bar bar(
      String label,
      String outcome,
      double from,
      double to,
      int row,
      String style,
      double zero,
      double scale) {
    double x = zero + Math.min(from, to) * scale;
    double width = Math.max(1.5, Math.abs(to - from) * scale);
    return new Bar(label, outcome, round(x), row * ROW + 3, round(width), style, bits(to - from));
  }

  /* Hardly anything is nothing, not a negative nothing. */
  private static String bits(double value) {
    double rounded = round(value);
    return rounded == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
