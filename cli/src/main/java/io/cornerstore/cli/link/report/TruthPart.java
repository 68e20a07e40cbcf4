package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.count;
import static io.cornerstore.cli.link.report.Figures.percent;
import static io.cornerstore.cli.link.report.Figures.share;

import io.cornerstore.linkage.evaluation.Evaluation;
import io.cornerstore.linkage.evaluation.Rates;
import java.util.ArrayList;
import java.util.List;

/** How well both answers agree with the truth. */
record TruthPart(ReportData data, ReportData.Judged truth, Html html) {
  void write() {
    Evaluation best = truth.best();
    html.open("section", "id", "truth").element("h2", "Against the truth");
    html.element(
        "p",
        "%s records, %s true clusters, %s true pairs.%s"
            .formatted(
                count(best.records()),
                count(best.trueClusters()),
                count(best.pairs().actual()),
                best.leftOut() == 0
                    ? ""
                    : " Of " + count(best.leftOut()) + " more the truth says nothing."));
    Table table =
        new Table(
            "answer",
            "#precision",
            "#recall",
            "#F1",
            "#B‑cubed precision",
            "#B‑cubed recall",
            "#B‑cubed F1",
            "#false pairs",
            "#missed pairs",
            "#clusters exactly right");
    row(table, "cluster: the best guess", best);
    row(table, "certain", truth.certain());
    table.write(html);
    html.element(
        "p",
        "%s true pairs were never proposed by a blocking rule; %s of them are in one cluster of the"
                .formatted(count(truth.neverProposed()), count(truth.neverProposedFound()))
            + " best guess all the same, by way of other records.",
        "class",
        "soft");
    html.element("h3", "Recall by size of the true cluster");
    sizes(best);
    html.element("h3", "Do probabilities mean what they say?");
    Charts.calibration(html, data.survey().calibration());
    html.close();
  }

  private static void row(Table table, String name, Evaluation evaluation) {
    Rates pairs = evaluation.pairs();
    table.row(
        name,
        share(pairs.precision()),
        share(pairs.recall()),
        share(pairs.f1()),
        share(evaluation.bCubedPrecision()),
        share(evaluation.bCubedRecall()),
        share(evaluation.bCubedF1()),
        count(pairs.wrong()),
        count(pairs.missed()),
        count(evaluation.exact()) + " of " + count(evaluation.trueClusters()));
  }

  private void sizes(Evaluation best) {
    List<Charts.Bar> bars = new ArrayList<>();
    Table table = new Table("records", "#clusters", "#true pairs", "#found", "#recall");
    for (Evaluation.SizeRecall size : best.bySize()) {
      String label = label(size.from(), size.to());
      bars.add(
          new Charts.Bar(
              label + " records",
              size.recall(),
              percent(size.recall()) + " of " + count(size.pairs()) + " pairs",
              "for"));
      table.row(
          label,
          count(size.clusters()),
          count(size.pairs()),
          count(size.found()),
          share(size.recall()));
    }
    if (!bars.isEmpty()) {
      Charts.bars(
          html,
          "Recall by size of the true cluster",
          bars,
          "Share of the true pairs that the best guess holds together.",
          table);
    }
  }

  private static String label(int from, int to) {
    return from == to
        ? Integer.toString(from)
        : to > 1000 ? from + " and more" : from + " to " + to;
  }
}
