package io.cornerstore.cli.intake;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.intake.ImportRuns;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description = "Lists the imports there were, newest first.",
    mixinStandardHelpOptions = true)
final class ImportListCommand implements Callable<Integer> {

  @Option(names = "--limit", paramLabel = "RUNS", defaultValue = "30")
  private int limit;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return data.with(
        ImportRuns.class,
        spec,
        (runs, out) -> runs.newest(null, limit).forEach(run -> out.println(line(run))));
  }

  static String line(ImportRuns.Run run) {
    String state =
        run.undo() != null
            ? "undone " + run.undo().at()
            : run.error() != null
                ? "failed: " + run.error()
                : run.complete() ? "done" : "not to its end";
    return "%6d  %s  %-8s feed %d %-25s %,d rows, %,d new, %,d known, %,d in quarantine  %s  (%s)"
        .formatted(
            run.id(),
            run.started(),
            run.kind(),
            run.feed(),
            run.feedName(),
            run.rows(),
            run.accepted(),
            run.duplicates(),
            run.quarantined(),
            run.file(),
            state);
  }
}
