package io.cornerstore.cli.link.report;

import static io.cornerstore.cli.link.report.Figures.count;
import static io.cornerstore.cli.link.report.Figures.percent;

import io.cornerstore.linkage.evaluation.RuleCounts;
import io.cornerstore.linkage.evaluation.Survey;
import java.util.ArrayList;
import java.util.List;

/** Which pairs were worth comparing, by rule. */
record BlockingPart(ReportData data, Html html) {
  void write() {
    Survey survey = data.survey();
    html.open("section", "id", "blocking").element("h2", "Which pairs were compared");
    html.element(
        "p",
        "Comparing every record with every other would take too long, so cheap rules propose"
            + " pairs; a pair that no rule proposes can never link on its own.");
    if (survey.every() > 1) {
      html.element(
          "p",
          "Counted over one part in "
              + survey.every()
              + " of the pairs, spread evenly; counts of pairs are of that sample.",
          "class",
          "notice calm");
    }
    chart(survey);
    html.close();
  }

  private void chart(Survey survey) {
    RuleCounts rules = survey.rules();
    ReportData.Judged truth = data.truth();
    boolean judged = truth != null;
    double all = truth != null ? truth.best().pairs().actual() : survey.joined();
    Table table =
        new Table(
            "rule",
            "#pairs proposed",
            "#proposed by no other",
            judged ? "#true pairs" : "#links",
            "#recall",
            judged ? "#true pairs by no other" : "#");
    List<Charts.Bar> bars = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      if (rules.proposed(rule) > 0) {
        long found = judged ? rules.same(rule) : rules.joined(rule);
        double recall = found / all;
        String name = data.rules().get(rule);
        bars.add(new Charts.Bar(name, recall, figure(recall, rules.proposed(rule)), "for"));
        table.row(
            name,
            count(rules.proposed(rule)),
            count(rules.alone(rule)),
            count(found),
            percent(recall),
            judged ? count(rules.sameAlone(rule)) : "");
      }
    }
    if (bars.isEmpty()) {
      html.element("p", "No pair was proposed.", "class", "soft");
      return;
    }
    String caption =
        judged
            ? "Share of all true pairs that each rule proposes, and how many pairs it proposes for"
                + " that."
            : "Share of the accepted links that each rule proposes: without a truth nobody knows"
                + " what all rules missed.";
    Charts.bars(html, "Recall of each blocking rule", bars, caption, table);
    if (truth != null) {
      html.element(
          "p",
          "%s of %s true pairs share no rule's key and were never compared. Recall of all rules"
                  .formatted(count(truth.neverProposed()), count(Math.round(all)))
              + " together is "
              + percent(1 - truth.neverProposed() / all)
              + ".");
    }
  }

  private static String figure(double recall, long proposed) {
    return percent(recall) + " · " + count(proposed) + " pairs";
  }
}
