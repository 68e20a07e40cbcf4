package io.cornerstore.cli.link;

import io.cornerstore.cli.model.ModelFile;
import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.LinkageModel;
import io.cornerstore.linkage.ResidentIndex;
import io.cornerstore.linkage.TwoPartitions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds who is who in files, without a database. */
@Command(
    name = "link",
    description = "Finds which records of files are the same person or organisation.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "No configuration is needed: what the columns mean is recognised and printed.",
      "clusters.csv has two answers a record: the best guess, and what is certain",
      "enough to be merged without a person."
    })
public final class LinkCommand implements Callable<Integer> {
  /** From so few bits on pairs are kept for one-to-one: the likeliest left may be taken. */
  private static final double ONE_TO_ONE_BITS = -20;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, JSON Lines or Parquet.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where clusters.csv, pairs.csv, model.json and report.html are written.")
  private Path out = Path.of(".");

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description = "The column that names a record; otherwise recognised, or the row's number.")
  private String id = "";

  @Option(
      names = "--column",
      paramLabel = "COLUMN=ROLE",
      description = "What a column means, such as born=birth-date or note=ignored.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private ModeOptions mode = new ModeOptions();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private DecisionOptions decisions = new DecisionOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv (default) or parquet, of clusters and pairs.")
  private OutputFormat format = OutputFormat.CSV;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Default: one a processor. The outcome is the same for any number.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private AssessOptions assess = new AssessOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter say = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    PrintWriter answer = spec.commandLine().getOut();
    LinkProgress progress = new LinkProgress(say, ProgressLine.onTerminal());
    Phases phases = new Phases(progress::begin);
    mode.check(files.size());
    Optional<ModelFile> given = models.read(told(), say);
    List<InputFile> inputs = inputs(say);
    phases.enter("read");
    Loaded loaded = load(inputs, progress);
    Assessment assessment = new Assessment(assess, loaded, mode.scope(), say);
    phases.enter("train");
    Constraints constraints = decisions.read(loaded.origins(), mode.scope(), say);
    ModelFile used = use(given, loaded, constraints);
    phases.enter("link");
    TwoPartitions both = loaded.index().linkAllTwice(constraints);
    phases.enter("write");
    Linked linked = linked(loaded, constraints, both);
    write(linked);
    models.save(used, out, inputs, mode, say);
    progress.end();
    tell(linked, say);
    phases.enter("assess");
    Scores scores = assessment.show(linked, out, answer, say);
    phases.end();
    progress.end();
    answer.println(summary(linked, phases, scores));
    answer.flush();
    return 0;
  }

  private ModelFile use(Optional<ModelFile> given, Loaded loaded, Constraints said) {
    ModelFile used = ModelOptions.choose(given, loaded.index(), loaded.inputs(), said);
    LinkageModel model = used.model();
    loaded
        .index()
        .use(mode.isOneToOne() ? model.withThresholds(model.linkBits(), ONE_TO_ONE_BITS) : model);
    return used;
  }

  private Linked linked(Loaded loaded, Constraints constraints, TwoPartitions both) {
    return new Linked(
        loaded.inputs(),
        loaded.origins(),
        loaded.index(),
        loaded.index().model(),
        constraints,
        both,
        mode.best(both.best(), loaded.origins()),
        mode.certain(both.certain(), loaded.origins()));
  }

  private void write(Linked linked) throws IOException {
    LinkOutput output = new LinkOutput(out, format, linked.origins());
    output.clusters(linked.best(), linked.certain());
    output.pairs(linked.linked().certain(), linked.best(), linked.certain());
  }

  private static void tell(Linked linked, PrintWriter say) {
    say.printf(
        Locale.ROOT,
        "%,d records are %,d different ones by the best guess, %,d by what is certain.%n",
        linked.origins().size(),
        Arrays.stream(linked.best()).max().orElse(0),
        Arrays.stream(linked.certain()).max().orElse(0));
  }

  private List<InputFile> inputs(PrintWriter say) {
    Map<String, ColumnRole> told = told();
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new UserMistake("there is no file " + file);
      }
      InputFile input = InputFile.look(file, told);
      say.println(file + ":");
      say.print(input.plan().text());
      if (!input.plan().comparesAnything()) {
        throw new UserMistake(
            file
                + " has no column that could be compared. Maybe say what one means, as in"
                + " --column COLUMN=family-name?");
      }
      inputs.add(input);
    }
    requireTruth(inputs);
    return inputs;
  }

  private void requireTruth(List<InputFile> inputs) {
    boolean asked = !assess.truthColumn().isEmpty() && assess.truth() == null;
    if (asked && inputs.stream().noneMatch(input -> input.plan().has(ColumnRole.TRUTH))) {
      throw new UserMistake(
          "no file has a column %s. Maybe it stands in a file of its own: --truth FILE"
              .formatted(assess.truthColumn()));
    }
  }

  private Map<String, ColumnRole> told() {
    Map<String, ColumnRole> told = new LinkedHashMap<>();
    columns.forEach((column, label) ->
        told.put(
            column,
            ColumnRole.labelled(label)
                .orElseThrow(() ->
                    new UserMistake("there is no role " + label + "; the roles are " + roles()))));
    if (!id.isEmpty()) {
      told.put(id, ColumnRole.ID);
    }
    String truth = assess.truthColumn();
    if (!truth.isEmpty() && told.put(truth, ColumnRole.TRUTH) != null) {
      throw new UserMistake(
          "column " + truth + " is said to be the truth and something else. Maybe drop one?");
    }
    return told;
  }

  private static String roles() {
    return String.join(", ", Arrays.stream(ColumnRole.values()).map(ColumnRole::label).toList());
  }

  private Loaded load(List<InputFile> inputs, LinkProgress progress) throws IOException {
    Origins origins = new Origins(inputs.stream().map(InputFile::source).toList());
    Loaded loaded = new Loaded(inputs, new ResidentIndex(threads), origins, new TruthLabels());
    loaded.index().report(progress);
    try (ReadAhead ahead = new ReadAhead(inputs, mode::source, progress)) {
      for (ReadAhead.Batch batch = ahead.next(); batch != null; batch = ahead.next()) {
        for (ReadAhead.Read read : batch.records()) {
          int handle = loaded.index().put(read.record());
          origins.add(handle, batch.file(), read.id());
          loaded.labels().put(handle, read.truth());
        }
      }
    }
    for (InputFile input : inputs) {
      if (!input.complaint().isEmpty()) {
        progress.say(input.complaint());
      }
    }
    progress.end();
    return loaded;
  }

  private static String summary(Linked linked, Phases phases, @Nullable Scores scores) {
    return String.format(
        Locale.ROOT,
        "{\"records\":%d,\"pairs\":%d,\"seconds\":%s,\"peakMegabytes\":%d%s}",
        linked.origins().size(),
        linked.linked().compared(),
        phases.json(),
        Phases.peakMegabytes(),
        scores == null ? "" : ",\"evaluation\":" + scores.json());
  }
}
