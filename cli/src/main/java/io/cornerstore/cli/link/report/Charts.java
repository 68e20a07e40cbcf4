package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.bits;
import static io.cornerstore.cli.link.report.Figures.count;
import static io.cornerstore.cli.link.report.Figures.percent;
import static io.cornerstore.cli.link.report.Figures.share;

import io.cornerstore.linkage.evaluation.Calibration;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.evaluation.ThresholdPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The drawings with a scale of numbers along both sides. */
final class Charts {
  private static final double LEFT = 52;
  private static final double TOP = 14;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 220;
  private static final int TABLE_ROWS = 60;

  private Charts() {}

  /** A scale of numbers from {@code low} to {@code high} along the lower side. */
  private record Across(double low, double high) {
    double x(double value) {
      return LEFT + (Math.clamp(value, low, high) - low) / (high - low) * WIDTH;
    }
  }

  private static double y(double share) {
    return TOP + (1 - share) * HEIGHT;
  }

  private static Svg frame(Html html, String name) {
    return new Svg(html, LEFT + WIDTH + 14, TOP + HEIGHT + 40, name);
  }

  private static void shares(Svg svg) {
    for (int i = 0; i <= 4; i++) {
      svg.line(LEFT, y(i / 4.), LEFT + WIDTH, y(i / 4.), i == 0 ? "axis" : "grid");
      svg.text(LEFT - 6, y(i / 4.) + 4, i * 25 + " %", "end");
    }
  }

  private static void bitMarks(Svg svg, Across across, String unit) {
    for (int mark = (int) Math.ceil(across.low / 10) * 10; mark <= across.high; mark += 10) {
      svg.line(across.x(mark), TOP + HEIGHT, across.x(mark), TOP + HEIGHT + 4, "axis");
      svg.text(across.x(mark), TOP + HEIGHT + 17, bits(mark).replace(".0", ""), "middle");
    }
    svg.text(LEFT + WIDTH / 2, TOP + HEIGHT + 34, unit, "middle");
  }

  /** Precision, recall and F1 by threshold. */
  static void thresholds(Html html, Survey survey, double linkBits, boolean counted) {
    List<ThresholdPoint> points =
        survey.thresholds().stream()
            .filter(point -> point.above() > 0 && point.bits() >= -20 && point.bits() <= 40)
            .toList();
    if (points.isEmpty()) {
      html.element("p", "No pair was compared, so there is no curve.", "class", "soft");
      return;
    }
    Across across = new Across(-20, 40);
    Svg svg = frame(html, "Precision, recall and F1 by threshold");
    shares(svg);
    bitMarks(svg, across, "threshold in bits");
    svg.line(across.x(linkBits), TOP, across.x(linkBits), TOP + HEIGHT, "mark");
    svg.text(across.x(linkBits) + 4, TOP + HEIGHT - 6, "link", "");
    curve(svg, across, points, ThresholdPoint::recall, "curve-2");
    curve(svg, across, points, ThresholdPoint::f1, "curve-3");
    curve(svg, across, points, ThresholdPoint::precision, "curve-1");
    String[] names = {"precision", "recall", "F1"};
    for (int i = 0; i < names.length; i++) {
      double x = LEFT + WIDTH - 260 + i * 100;
      svg.line(x, TOP + HEIGHT + 30, x + 22, TOP + HEIGHT + 30, "curve-" + (i + 1));
      svg.text(x + 28, TOP + HEIGHT + 34, names[i], "");
    }
    Table table =
        new Table(
            "#threshold in bits",
            counted ? "#true pairs" : "#true pairs expected",
            "#pairs",
            "#precision",
            "#recall",
            "#F1");
    int every = Math.max(1, points.size() / TABLE_ROWS);
    for (int i = 0; i < points.size(); i += every) {
      ThresholdPoint point = points.get(i);
      table.row(
          bits(point.bits()),
          count(point.found()),
          count(Math.round(point.above())),
          share(point.precision()),
          share(point.recall()),
          share(point.f1()));
    }
    svg.close(
        counted
            ? "Counted against the truth, over pairs as they were scored, before clustering. Recall"
                + " is out of all true pairs, also those never proposed."
            : "Expected from the model's own probabilities, as there is no truth: right only as far"
                + " as the model is. Recall is out of what was proposed.",
        table);
  }

  private static void curve(
      Svg svg,
      Across across,
      List<ThresholdPoint> points,
      ToDoubleFunction<ThresholdPoint> figure,
      String style) {
    List<double[]> path = new ArrayList<>();
    for (ThresholdPoint point : points) {
      double value = figure.applyAsDouble(point);
      if (Double.isFinite(value)) {
        path.add(new double[] {across.x(point.bits()), y(Math.min(1, value))});
      }
    }
    svg.path(path, style);
  }

  /** How many pairs have which weight. */
  static void weights(Html html, Survey survey, double linkBits) {
    long[] all = byBit(survey.histogram());
    long[] joined = byBit(survey.joinedHistogram());
    int first = 0;
    int last = all.length - 1;
    while (first < last && all[first] == 0) {
      first++;
    }
    while (last > first && all[last] == 0) {
      last--;
    }
    double low = Survey.LEAST_BITS + first;
    Across across = new Across(low, Math.max(low + 10, Survey.LEAST_BITS + last + 1));
    double most = 1;
    for (long number : all) {
      most = Math.max(most, (double) number);
    }
    double top = Math.ceil(Math.log10(most + 1));
    Svg svg = frame(html, "Number of pairs by weight");
    for (int power = 0; power <= top; power++) {
      double at = y(power / top);
      svg.line(LEFT, at, LEFT + WIDTH, at, power == 0 ? "axis" : "grid");
      svg.text(LEFT - 6, at + 4, power == 0 ? "0" : count(Math.round(Math.pow(10, power))), "end");
    }
    bitMarks(svg, across, "weight in bits");
    Table table = new Table("weight in bits", "#pairs", "#in one cluster");
    for (int i = first; i <= last; i++) {
      double from = Survey.LEAST_BITS + i;
      String label = bits(from) + " to " + bits(from + 1);
      String title =
          label + ": " + count(all[i]) + " pairs, " + count(joined[i]) + " in one cluster";
      bar(svg, across, from, all[i], top, "other", title);
      bar(svg, across, from, joined[i], top, "for", title);
      if (all[i] > 0) {
        table.row(label, count(all[i]), count(joined[i]));
      }
    }
    svg.line(across.x(linkBits), TOP, across.x(linkBits), TOP + HEIGHT, "mark");
    svg.text(across.x(linkBits) + 4, TOP + 10, "link", "");
    svg.close(
        "Grey: all pairs compared. Green, in front: those in one cluster by the best guess. Each"
            + " line upward stands for ten times as many.",
        table);
  }

  private static long[] byBit(long[] steps) {
    int each = (int) Math.round(1 / Survey.STEP);
    long[] sums = new long[(steps.length + each - 1) / each];
    for (int i = 0; i < steps.length; i++) {
      sums[i / each] += steps[i];
    }
    return sums;
  }

  private static void bar(
      Svg svg, Across across, double from, long number, double top, String style, String title) {
    if (number > 0) {
      double height = Math.log10(number + 1.) / top * HEIGHT;
      double x = across.x(from);
      svg.rect(x + .5, TOP + HEIGHT - height, across.x(from + 1) - x - 1, height, style, title);
    }
  }

  /** What was stated against what was true. */
  static void calibration(Html html, List<Calibration.Bin> bins) {
    Svg svg = new Svg(html, LEFT + 330, TOP + HEIGHT + 40, "Stated probability and true share");
    double side = 300;
    for (int i = 0; i <= 4; i++) {
      svg.line(LEFT, y(i / 4.), LEFT + side, y(i / 4.), i == 0 ? "axis" : "grid");
      svg.text(LEFT - 6, y(i / 4.) + 4, i * 25 + " %", "end");
      svg.text(LEFT + side * i / 4, TOP + HEIGHT + 17, i * 25 + " %", "middle");
    }
    svg.text(LEFT + side / 2, TOP + HEIGHT + 34, "probability stated", "middle");
    svg.line(LEFT, y(0), LEFT + side, y(1), "mark");
    Table table = new Table("probability", "#pairs", "#mean stated", "#truly the same");
    for (Calibration.Bin bin : bins) {
      String label = Figures.probability(bin.from()) + " to " + Figures.probability(bin.to());
      svg.dot(
          LEFT + bin.meanProbability() * side,
          y(bin.trueShare()),
          Math.min(8, 3 + Math.log10((double) bin.pairs())),
          "point",
          label + ": " + percent(bin.trueShare()) + " of " + count(bin.pairs()) + " pairs");
      table.row(
          label,
          count(bin.pairs()),
          Figures.probability(bin.meanProbability()),
          Figures.probability(bin.trueShare()));
    }
    svg.close(
        "A dot a range of probability; larger dots stand for more pairs. On the line the model is"
            + " right about itself; above it, it is too careful; below it, too sure.",
        table);
  }

  /** Rows of bars of equal scale. */
  record Bar(String label, double share, String figure, String style) {}

  /** Bars with a name before and a figure behind. */
  static void bars(Html html, String name, List<Bar> bars, String caption, Table table) {
    double left = 150;
    double width = 360;
    double row = 22;
    Svg svg = new Svg(html, left + width + 120, bars.size() * row + 6, name);
    svg.line(left, 0, left, bars.size() * row + 2, "axis");
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      svg.text(left - 8, i * row + 15, bar.label, "end label");
      double length = Double.isFinite(bar.share) ? bar.share * width : 0;
      svg.rect(left, i * row + 4, length, row - 7, bar.style, "");
      svg.text(left + length + 6, i * row + 15, bar.figure, "");
    }
    svg.close(caption, table);
  }
}
