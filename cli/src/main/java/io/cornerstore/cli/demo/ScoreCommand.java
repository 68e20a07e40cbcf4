package io.cornerstore.cli.demo;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.terminal.UserMistake;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Customers held against a truth. */
@Command(
    name = "score",
    description =
        "Compares the customers with a truth: precision and recall of pairs, and B-cubed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The truth is a CSV with the columns source,key,by,person,evidence, as 'town' writes it."
    })
public final class ScoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TRUTH", description = "The file that says who is who.")
  private Path truth = Path.of("truth.csv");

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "Also write source,key,person,customer of every subject, for an evaluator of your own.")
  private @Nullable Path pairs;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!Files.isReadable(truth)) {
      throw new UserMistake("there is no truth to read at " + truth);
    }
    try (Installation installation = data.open()) {
      TownScore score = TownScore.of(installation.command(), truth, pairs);
      PrintWriter out = spec.commandLine().getOut();
      out.println(score.text());
      out.printf(
          Locale.ROOT,
          "score subjects=%d people=%d customers=%d precision=%.5f recall=%.5f"
              + " bcubed-precision=%.5f bcubed-recall=%.5f%n",
          score.subjects(),
          score.people(),
          score.customers(),
          score.precision(),
          score.recall(),
          score.cubedPrecision(),
          score.cubedRecall());
      return 0;
    }
  }
}
