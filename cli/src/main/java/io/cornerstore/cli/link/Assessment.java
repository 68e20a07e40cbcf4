package io.cornerstore.cli.link;

import io.cornerstore.cli.link.report.ReportPage;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Inspection;
import io.cornerstore.linkage.evaluation.Evaluation;
import io.cornerstore.linkage.evaluation.Survey;
import io.cornerstore.linkage.evaluation.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a linking and shows it. What may be wrong with the truth or with ids to explain is found
 * out before the work begins.
 */
final class Assessment {
  /** So many pairs are gone through once more for the report; of more, an even sample. */
  private static final long MOST_PAIRS = 2_000_000;

  private static final int PARTS = 32;
  private final AssessOptions options;
  private final @Nullable Truth truth;
  private final List<int[]> explained = new ArrayList<>();

  /** Reads the truth and looks up what to explain. */
  Assessment(AssessOptions options, Loaded loaded, Constraints.Scope scope, PrintWriter say) {
    this.options = options;
    Origins origins = loaded.origins();
    Path file = options.truth();
    OriginIndex ids =
        file != null || !options.explain().isEmpty() ? new OriginIndex(origins) : null;
    if (file != null && ids != null) {
      this.truth =
          new TruthFile(file, origins, ids, say).read(options.truthColumn(), ids(loaded.inputs()));
    } else {
      this.truth = options.truthColumn().isEmpty() ? null : loaded.labels().truth(origins.size());
    }
    for (int i = 0; ids != null && i < options.explain().size(); i += 2) {
      int a = ids.named(options.explain().get(i));
      int b = ids.named(options.explain().get(i + 1));
      requireComparable(loaded, scope, a, b);
      explained.add(new int[] {a, b});
    }
  }

  private static void requireComparable(Loaded loaded, Constraints.Scope scope, int a, int b) {
    int fileOfA = loaded.origins().file(a);
    int fileOfB = loaded.origins().file(b);
    if (a == b) {
      throw new UserMistake("--explain needs two different records");
    }
    if (fileOfA == fileOfB && scope != Constraints.Scope.ALL_PAIRS) {
      throw new UserMistake(
          "both records are of one file, and only files are compared with each other here."
              + " Maybe explain them with --mode link-and-dedupe?");
    }
    List<InputFile> inputs = loaded.inputs();
    if (inputs.get(fileOfA).plan().kind() != inputs.get(fileOfB).plan().kind()) {
      throw new UserMistake("a person and an organisation are never compared");
    }
  }

  private static List<String> ids(List<InputFile> inputs) {
    List<String> names = new ArrayList<>();
    for (InputFile input : inputs) {
      ColumnPlan plan = input.plan();
      for (int i = 0; i < plan.columns().size(); i++) {
        if (plan.role(i) == ColumnRole.ID) {
          names.add(plan.columns().get(i));
        }
      }
    }
    return names;
  }

  /**
   * Explains, scores and reports.
   *
   * @param folder where the report goes
   * @param out for explanations
   * @param say for figures
   * @return the scores, null when there is no truth
   */
  @Nullable Scores show(Linked linked, Path folder, PrintWriter out, PrintWriter say)
      throws IOException {
    if (explained.isEmpty() && truth == null && !options.reports()) {
      return null;
    }
    Inspection pairs = linked.index().inspect(linked.constraints());
    for (int[] pair : explained) {
      out.print(new PairText(linked, pairs).of(pair[0], pair[1]));
      out.flush();
    }
    if (truth == null && !options.reports()) {
      return null;
    }
    Survey survey = pairs.survey(new Survey.Question(linked.best(), truth, every(linked)));
    Scores scores = null;
    if (truth != null) {
      Evaluation best = Evaluation.of(truth, linked.best());
      scores =
          new Scores(
              truth,
              best,
              Evaluation.of(truth, linked.certain()),
              survey.neverProposed(),
              best.pairs().found() - survey.sameJoined());
      say.print(scores.text());
      say.flush();
    }
    if (options.reports()) {
      ReportMaker maker = new ReportMaker(linked, pairs, survey, scores, options.showsExamples());
      Files.writeString(folder.resolve("report.html"), ReportPage.of(maker.data()));
    }
    return scores;
  }

  /* Against a truth every pair counts. */
  private int every(Linked linked) {
    long parts = 1 + (linked.linked().compared() - 1) / MOST_PAIRS;
    return truth != null ? 1 : Math.clamp(parts, 1, PARTS);
  }
}
