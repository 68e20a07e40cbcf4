package io.cornerstore.cli.link;

import io.cornerstore.cli.model.ModelFile;
import io.cornerstore.cli.model.SplinkSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares and converts models of linkage. */
@Command(
    name = "model",
    description = {
      "Compares models of linkage, and converts them from and to Splink's;",
      "tries one over all records of the installation, uses it, and takes it back."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** In what two models differ. */
  @Command(
      name = "diff",
      description = "Says in what two models differ, a line each; nothing when they are equal.",
      mixinStandardHelpOptions = true)
  int diff(
      @Parameters(paramLabel = "ONE", description = "A model, ours or Splink's.") Path one,
      @Parameters(paramLabel = "OTHER", description = "Another one.") Path other)
      throws IOException {
    ModelFile first = ModelFile.read(one, ModelCommand::roleOf);
    ModelFile second = ModelFile.read(other, ModelCommand::roleOf);
    PrintWriter out = spec.commandLine().getOut();
    first.model().differences(second.model()).forEach(out::println);
    out.flush();
    return 0;
  }

  /** From Splink's form to ours, or back. */
  @Command(
      name = "convert",
      description = "Makes a model for Splink 5 of one of ours, or one of ours of one of Splink's.",
      mixinStandardHelpOptions = true)
  int convert(
      @Parameters(paramLabel = "IN", description = "A model, ours or Splink's.") Path in,
      @Parameters(paramLabel = "OUT", description = "Where the other form is written.") Path out,
      @Option(
              names = "--link-type",
              paramLabel = "TYPE",
              defaultValue = "dedupe_only",
              description = "For Splink: dedupe_only (default), link_only or link_and_dedupe.")
          String linkType)
      throws IOException {
    ModelFile file = ModelFile.read(in, ModelCommand::roleOf);
    List<String> notes = new ArrayList<>(file.notes());
    if (file.isForeign()) {
      file.write(out);
    } else {
      Map<String, List<String>> columns = new TreeMap<>(file.columns());
      if (columns.isEmpty()) {
        columns.putAll(usualColumns());
        notes.add("columns: the model names none; usual names instead, such as family_name");
      }
      boolean organizations =
          columns.containsKey(ColumnRole.ORGANIZATION.label())
              && !columns.containsKey(ColumnRole.FAMILY_NAME.label())
              && !columns.containsKey(ColumnRole.FULL_NAME.label());
      String id = columns.getOrDefault(ColumnRole.ID.label(), List.of("unique_id")).getFirst();
      notes.addAll(
          file.writeForSplink(out, new SplinkSchema(columns, id, linkType, organizations)));
    }
    notes.forEach(note -> spec.commandLine().getErr().println(note));
    spec.commandLine().getErr().flush();
    return 0;
  }

  /** What a column of that name means to linkage, such as {@code given-name}. */
  public static Optional<String> roleOf(String column) {
    return ColumnRole.named(column).map(ColumnRole::label);
  }

  private static Map<String, List<String>> usualColumns() {
    Map<String, List<String>> columns = new TreeMap<>();
    for (ColumnRole role :
        List.of(
            ColumnRole.GIVEN_NAME,
            ColumnRole.FAMILY_NAME,
            ColumnRole.BIRTH_DATE,
            ColumnRole.SEX,
            ColumnRole.EMAIL,
            ColumnRole.PHONE,
            ColumnRole.STREET,
            ColumnRole.CITY,
            ColumnRole.POSTAL_CODE)) {
      columns.put(role.label(), List.of(role.label().replace('-', '_')));
    }
    return columns;
  }
}
