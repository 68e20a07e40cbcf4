package io.cornerstore.cli.link;

import io.cornerstore.cli.model.ModelFile;
import io.cornerstore.cli.model.SplinkSchema;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.TrainingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the model comes from, and where it goes. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = {
        "Uses a model as it is, without training: model.json of an earlier run,",
        "or one that Splink 4 or 5 has saved. See docs/reference/model.md."
      })
  private @Nullable Path model;

  @Option(
      names = "--splink-model",
      paramLabel = "FILE",
      description = "Writes the model for Splink 5 as well.")
  private @Nullable Path splinkModel;

  /** The model to use: read before the records are, so that a mistake shows at once. */
  Optional<ModelFile> read(Map<String, ColumnRole> told, PrintWriter say) throws IOException {
    if (model == null) {
      return Optional.empty();
    }
    ModelFile file =
        ModelFile.read(
            model,
            column ->
                Optional.ofNullable(told.get(column))
                    .or(() -> ColumnRole.named(column))
                    .map(ColumnRole::label));
    if (!file.notes().isEmpty()) {
      say.println(model + ", a model of Splink:");
      file.notes().forEach(note -> say.println("  " + note));
    }
    return Optional.of(file);
  }

  /** Trains on the records, or completes what was read. */
  static ModelFile choose(
      Optional<ModelFile> read, ResidentIndex index, List<InputFile> inputs, Constraints said) {
    if (read.isEmpty()) {
      return ModelFile.of(
          index.train(TrainingOptions.defaults().learningFrom(said)), columns(inputs));
    }
    ModelFile file = read.get();
    if (file.countedHere().isEmpty()) {
      return file;
    }
    LinkageModel counted = index.withFrequencies(file.model(), file.countedHere());
    return ModelFile.of(counted, file.columns());
  }

  /** Writes what was asked for. */
  void save(ModelFile used, Path folder, List<InputFile> inputs, ModeOptions mode, PrintWriter say)
      throws IOException {
    used.write(folder.resolve("model.json"));
    if (splinkModel == null) {
      return;
    }
    Map<String, List<String>> columns = columns(inputs);
    String id = columns.getOrDefault(ColumnRole.ID.label(), List.of("unique_id")).getFirst();
    boolean organizations =
        inputs.stream().allMatch(input -> input.plan().kind() == Kind.ORGANIZATION);
    List<String> notes =
        used.writeForSplink(
            splinkModel,
            new SplinkSchema(columns, id, mode.splinkLinkType(inputs.size()), organizations));
    say.println(splinkModel + ", for Splink:");
    notes.forEach(note -> say.println("  " + note));
  }

  /* Those of the first file come first: Splink wants one name for all files. */
  private static Map<String, List<String>> columns(List<InputFile> inputs) {
    Map<String, TreeSet<String>> seen = new TreeMap<>();
    Map<String, List<String>> columns = new TreeMap<>();
    for (InputFile input : inputs) {
      input
          .plan()
          .columnsByRole()
          .forEach((role, names) -> {
            for (String name : names) {
              if (seen.computeIfAbsent(role, _ -> new TreeSet<>()).add(name)) {
                columns.computeIfAbsent(role, _ -> new ArrayList<>()).add(name);
              }
            }
          });
    }
    return columns;
  }
}
