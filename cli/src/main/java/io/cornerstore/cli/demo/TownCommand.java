package io.cornerstore.cli.demo;

import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.sampletown.Town;
import io.cornerstore.sampletown.TownFeeds;
import io.cornerstore.sampletown.TownSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files of a made-up town. */
@Command(
    name = "town",
    description = "Writes the files of a made-up town, with its truth, to try things on.",
    mixinStandardHelpOptions = true)
public final class TownCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER", description = "Where to write.")
  private Path folder = Path.of("town");

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Default: ${DEFAULT-VALUE}.")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--flat",
      description = "One line for each person a source knows, in flat.csv, for benches of linkage.")
  private boolean flat;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Town town = Town.of(TownSettings.of(seed, people));
    if (flat) {
      long lines = TownFeeds.writeFlat(town, folder);
      spec.commandLine().getOut().printf("%,d lines in %s%n", lines, folder);
      return 0;
    }
    try (ProgressLine line = new ProgressLine()) {
      TownFeeds.write(
          town,
          folder,
          (step, done, total) ->
              line.show("Town: " + step, done, total, "%,d of %,d".formatted(done, total)));
    }
    return 0;
  }
}
