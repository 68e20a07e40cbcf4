package io.cornerstore.cli.intake;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.TownMark;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files, read into the log and resolved. */
@Command(
    name = "import",
    description = "Reads files into the one view: CSV, JSON Lines, Parquet; plain or gzip.",
    mixinStandardHelpOptions = true,
    subcommands = {ImportListCommand.class, ImportUndoCommand.class},
    footer = {
      "",
      "A folder brings its own mappings (*.mapping.yaml). The same rows again change nothing, so"
          + " an",
      "import that was cut off is simply started again. It works whether or not the server runs.",
      "A file of your own that is called 'undo' or 'list' is named ./undo.",
    })
public final class ImportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders, at least one; - is standard input.")
  private List<String> paths = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "The mapping (default: the one beside each file).")
  private @Nullable Path mapping;

  @Option(
      names = "--dry-run",
      description = "Read and judge everything, write nothing, say what would happen.")
  private boolean dryRun;

  @Option(
      names = "--no-resolve",
      description = "Stop when everything is in the log; who is who is worked out later.")
  private boolean noResolve;

  @Option(
      names = "--timings",
      description = "Print where the time went: a line 'timing STAGE SECONDS' each.")
  private boolean timed;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name at least one file or folder.");
    }
    if (!data.named()) {
      new TownMark(data.folder()).requireNone();
    }
    ImportRequest request = request();
    PrintWriter out = spec.commandLine().getOut();
    Timings timings = Timings.sinceStart();
    timings.enter("application");
    try (Installation installation = data.open()) {
      ConfigurableApplicationContext application = installation.command();
      Work work = new Work(application, timings);
      ImportReport report = work.read(request);
      out.print(report.text());
      out.flush();
      if (!dryRun && !noResolve) {
        work.resolve();
      }
      if (timed) {
        timings.print(out);
      }
      return 0;
    }
  }

  private ImportRequest request() {
    boolean standardInput = paths.contains("-");
    if (standardInput && mapping == null) {
      throw new UserMistake("standard input has no mapping beside it. Maybe add --mapping FILE?");
    }
    List<Path> files = paths.stream().filter(path -> !path.equals("-")).map(Path::of).toList();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new UserMistake("there is no file or folder " + file);
      }
    }
    InputStream in = standardInput ? System.in : null;
    return new ImportRequest(files, in, mapping, dryRun);
  }
}
