package io.cornerstore.cli.link;

import io.cornerstore.linkage.evaluation.Evaluation;
import io.cornerstore.linkage.evaluation.Rates;
import io.cornerstore.linkage.evaluation.Truth;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Both answers held against the truth.
 *
 * @param truth what is known
 * @param best the best guess
 * @param certain what is certain
 * @param neverProposed true pairs that blocking never proposed
 * @param neverProposedFound those of them that the best guess holds together all the same
 */
record Scores(
    Truth truth, Evaluation best, Evaluation certain, long neverProposed, long neverProposedFound) {

  /** A table for people. */
  String text() {
    StringBuilder text = new StringBuilder(1024);
    text.append(
        String.format(
            Locale.ROOT,
            "%nAgainst the truth: %,d true pairs in %,d clusters of %,d records%s.%n",
            truth.pairs(),
            best.trueClusters(),
            best.records(),
            best.leftOut() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d more are not in it", best.leftOut())));
    text.append(
        String.format(
            Locale.ROOT,
            "%-9s %-28s %-28s %10s %10s%n%-9s %9s %9s %8s %9s %9s %9s %10s %10s%n",
            "",
            "          pairs",
            "          B-cubed",
            "false",
            "missed",
            "answer",
            "precision",
            "recall",
            "F1",
            "precision",
            "recall",
            "F1",
            "pairs",
            "pairs"));
    text.append(line("cluster", best)).append(line("certain", certain));
    text.append(
        String.format(
            Locale.ROOT,
            "%,d true pairs share no blocking key and were never compared; %,d of them are in one"
                + " cluster all the same, by way of other records.%n",
            neverProposed,
            neverProposedFound));
    text.append("Recall of cluster by size of the true cluster: ");
    text.append(
        best.bySize().stream()
            .map(size ->
                String.format(
                    Locale.ROOT, "%s: %.4f", sizes(size.from(), size.to()), size.recall()))
            .collect(Collectors.joining(", ")));
    return text.append(System.lineSeparator()).toString();
  }

  /** A range of sizes in words. */
  static String sizes(int from, int to) {
    return from == to
        ? Integer.toString(from)
        : to > 1000 ? from + " and more" : from + " to " + to;
  }

  private static String line(String name, Evaluation evaluation) {
    Rates pairs = evaluation.pairs();
    return String.format(
        Locale.ROOT,
        "%-9s %9s %9s %8s %9s %9s %9s %,10d %,10d%n",
        name,
        figure(pairs.precision()),
        figure(pairs.recall()),
        figure(pairs.f1()),
        figure(evaluation.bCubedPrecision()),
        figure(evaluation.bCubedRecall()),
        figure(evaluation.bCubedF1()),
        pairs.wrong(),
        pairs.missed());
  }

  /** Four digits, a dash for what cannot be said. */
  static String figure(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.4f", share);
  }

  /** An object for programs. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"records\":%d,\"leftOut\":%d,\"truePairs\":%d,\"trueClusters\":%d,"
            + "\"neverProposed\":%d,\"neverProposedFound\":%d,\"cluster\":%s,\"certain\":%s}",
        best.records(),
        best.leftOut(),
        truth.pairs(),
        best.trueClusters(),
        neverProposed,
        neverProposedFound,
        json(best),
        json(certain));
  }

  private static String json(Evaluation evaluation) {
    Rates pairs = evaluation.pairs();
    return String.format(
        Locale.ROOT,
        "{\"precision\":%s,\"recall\":%s,\"f1\":%s,\"truePositives\":%d,\"falsePositives\":%d,"
            + "\"falseNegatives\":%d,\"bCubedPrecision\":%s,\"bCubedRecall\":%s,\"bCubedF1\":%s,"
            + "\"clusters\":%d,\"exactlyRight\":%d,\"recallBySize\":[%s]}",
        number(pairs.precision()),
        number(pairs.recall()),
        number(pairs.f1()),
        pairs.found(),
        pairs.wrong(),
        pairs.missed(),
        number(evaluation.bCubedPrecision()),
        number(evaluation.bCubedRecall()),
        number(evaluation.bCubedF1()),
        evaluation.clusters(),
        evaluation.exact(),
        evaluation.bySize().stream()
            .map(size ->
                String.format(
                    Locale.ROOT,
                    "{\"from\":%d,\"to\":%d,\"clusters\":%d,\"pairs\":%d,\"recall\":%s}",
                    size.from(),
                    size.to(),
                    size.clusters(),
                    size.pairs(),
                    number(size.recall())))
            .collect(Collectors.joining(",")));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "null";
  }
}
