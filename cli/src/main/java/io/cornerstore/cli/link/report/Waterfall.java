package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.bits;

import io.cornerstore.linkage.Explanation;
import java.util.ArrayList;
import java.util.List;

/** How the evidence about a pair adds up, from the prior to the sum. */
final class Waterfall {
  private static final double LEFT = 238;
  private static final double PLOT = 340;
  private static final double ROW = 24;

  private Waterfall() {}

  private record Step(String what, String level, double from, double to, String style) {}

  static void draw(Html html, Explanation evidence) {
    List<Step> steps = steps(evidence);
    double low = 0;
    double high = 0;
    for (Step step : steps) {
      low = Math.min(low, Math.min(step.from, step.to));
      high = Math.max(high, Math.max(step.from, step.to));
    }
    double scale = PLOT / Math.max(1, high - low);
    double zero = LEFT - low * scale;
    Svg svg = new Svg(html, LEFT + PLOT + 60, steps.size() * ROW + 22, "How the evidence adds up");
    svg.line(zero, 0, zero, steps.size() * ROW + 4, "axis");
    svg.text(zero, steps.size() * ROW + 17, "even odds", "middle");
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      double y = i * ROW;
      double x = zero + Math.min(step.from, step.to) * scale;
      double width = Math.abs(step.to - step.from) * scale;
      svg.text(0, y + 16, step.what, "label");
      svg.text(118, y + 16, step.level, "");
      svg.rect(x, y + 4, Math.max(1.5, width), ROW - 8, step.style, "");
      svg.text(Math.max(x + width, x + 1.5) + 5, y + 16, bits(step.to - step.from), "");
      if (i + 2 < steps.size()) {
        svg.line(
            zero + step.to * scale, y + ROW - 4, zero + step.to * scale, y + ROW + 4, "thread");
      }
    }
    svg.close(
        "In bits: each doubles the odds, or halves them when it is negative. Probability of being"
            + " the same: "
            + Figures.probability(evidence.probability())
            + ".",
        table(evidence));
  }

  private static List<Step> steps(Explanation evidence) {
    List<Step> steps = new ArrayList<>();
    double sum = evidence.priorBits();
    steps.add(new Step("prior", "any two records", 0, sum, "prior"));
    for (Explanation.Step step : evidence.steps()) {
      double rarity = step.rarityBits();
      double next = sum + step.bits() + rarity;
      String level = step.level() + (rarity >= 1 ? ", rare" : rarity <= -1 ? ", frequent" : "");
      steps.add(new Step(step.attribute(), level, sum, next, style(next - sum)));
      sum = next;
    }
    steps.add(new Step("together", "", 0, sum, "total"));
    return steps;
  }

  private static String style(double bits) {
    return Math.abs(bits) < .05 ? "prior" : bits < 0 ? "against" : "for";
  }

  private static Table table(Explanation evidence) {
    Table table = new Table("comparison", "level", "#bits", "#rarity", "#sum");
    double sum = evidence.priorBits();
    table.row("prior", "any two records", bits(sum), "", bits(sum));
    for (Explanation.Step step : evidence.steps()) {
      sum += step.bits() + step.rarityBits();
      table.row(
          step.attribute(),
          step.level(),
          bits(step.bits()),
          step.rarityBits() == 0 ? "" : bits(step.rarityBits()),
          bits(sum));
    }
    return table;
  }
}
