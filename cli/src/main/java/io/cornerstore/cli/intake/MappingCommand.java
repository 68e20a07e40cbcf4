package io.cornerstore.cli.intake;

import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.intake.MappingSuggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mappings, proposed for a file. */
@Command(
    name = "mapping",
    description = "Mappings: what the columns of a feed are.",
    mixinStandardHelpOptions = true)
public final class MappingCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "suggest",
      description = {
        "Proposes a mapping for a file from its column names and values, with the reason for each"
            + " guess.",
        "Read it, correct it, then try it: ./cornerstore import FILE --mapping MAPPING --dry-run"
      },
      mixinStandardHelpOptions = true)
  int suggest(
      @Parameters(paramLabel = "FILE", description = "CSV, JSON Lines or Parquet.") Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("there is no file " + file);
    }
    spec.commandLine().getOut().print(MappingSuggestion.of(file));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
