package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.bits;
import static io.cornerstore.cli.link.report.Figures.count;

import io.cornerstore.linkage.LevelWeight;
import io.cornerstore.linkage.evaluation.Survey;
import java.util.List;

/** What every level of every comparison weighs. */
final class WeightChart {
  private static final double LEFT = 230;
  private static final double PLOT = 340;
  private static final double ROW = 20;

  private WeightChart() {}

  /** Draws the levels of attributes that were met at all and weigh anything. */
  static void draw(Html html, ReportData.Model model, Survey survey) {
    List<LevelWeight> levels =
        model.levels().stream().filter(level -> isMet(level.attribute(), model, survey)).toList();
    if (levels.isEmpty()) {
      return;
    }
    double most = levels.stream().mapToDouble(level -> Math.abs(level.bits())).max().orElse(1);
    double low = levels.stream().mapToDouble(LevelWeight::bits).min().orElse(0);
    double high = levels.stream().mapToDouble(LevelWeight::bits).max().orElse(1);
    double scale = PLOT / Math.max(Math.max(most, 1), Math.max(0, high) - Math.min(0, low));
    double zero = LEFT + 40 - Math.min(0, low) * scale;
    Svg svg = new Svg(html, LEFT + PLOT + 90, height(levels), "Weights of " + model.kind());
    svg.line(zero, 0, zero, height(levels), "axis");
    double y = 0;
    String before = "";
    for (LevelWeight level : levels) {
      if (!level.attribute().equals(before)) {
        y += before.isEmpty() ? 0 : 8;
        svg.text(0, y + 14, level.attribute(), "label");
        before = level.attribute();
      }
      row(svg, level, y, zero, scale);
      y += ROW;
    }
    svg.close(
        "Weight of each outcome of each comparison in bits, log2(m/u): to the right it speaks for"
            + " the same, to the left against.",
        table(levels, survey));
  }

  private static void row(Svg svg, LevelWeight level, double y, double zero, double scale) {
    double width = level.bits() * scale;
    svg.text(LEFT - 8, y + 14, level.level(), "end");
    svg.rect(
        Math.min(zero, zero + width),
        y + 3,
        Math.abs(width),
        ROW - 6,
        width < 0 ? "against" : "for",
        level.attribute() + " " + level.level() + ": " + bits(level.bits()) + " bits");
    boolean left = width < 0;
    svg.text(zero + width + (left ? -5 : 5), y + 14, bits(level.bits()), left ? "end" : "");
  }

  private static double height(List<LevelWeight> levels) {
    long attributes = levels.stream().map(LevelWeight::attribute).distinct().count();
    return levels.size() * ROW + (attributes - 1) * 8 + 4;
  }

  private static boolean isMet(String attribute, ReportData.Model model, Survey survey) {
    List<LevelWeight> own =
        model.levels().stream().filter(level -> level.attribute().equals(attribute)).toList();
    return own.stream().anyMatch(level -> Math.abs(level.bits()) >= .05)
        && own.stream()
            .mapToInt(LevelWeight::place)
            .anyMatch(
                place -> survey.levelCount(place, true) + survey.levelCount(place, false) > 0);
  }

  private static Table table(List<LevelWeight> levels, Survey survey) {
    Table table =
        new Table(
            "comparison", "level", "#bits", "#m", "#u", "#pairs in one cluster", "#other pairs");
    for (LevelWeight level : levels) {
      table.row(
          level.attribute(),
          level.level(),
          bits(level.bits()),
          Figures.probability(level.m()),
          Figures.probability(level.u()),
          count(survey.levelCount(level.place(), true)),
          count(survey.levelCount(level.place(), false)));
    }
    return table;
  }
}
