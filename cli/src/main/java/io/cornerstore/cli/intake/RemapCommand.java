package io.cornerstore.cli.intake;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.intake.Remapping;
import io.cornerstore.intake.Remapping.RemapReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a feed brought, read again by another mapping. */
@Command(
    name = "remap",
    description = {
      "Reads what a feed brought again by another mapping, without its files.",
      "Without --yes it only counts what would change."
    },
    mixinStandardHelpOptions = true)
public final class RemapCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FEED",
      description = "Its number, as 'import list' and 'quarantine list' show it.")
  private int feed;

  @Option(names = "--mapping", paramLabel = "FILE", required = true, description = "The new one.")
  private Path mapping = Path.of("");

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var given = new Remapping.NewMapping(Files.readString(mapping), mapping);
    try (Installation installation = data.open()) {
      ConfigurableApplicationContext application = installation.command();
      PrintWriter out = spec.commandLine().getOut();
      Remapping remapping = application.getBean(Remapping.class);
      RemapReport report =
          yes ? remapping.apply(OPERATOR, feed, given) : remapping.preview(OPERATOR, feed, given);
      print(report, out);
      out.flush();
      if (yes && report.changed() > 0) {
        new Work(application).resolve();
      }
      return 0;
    }
  }

  private void print(RemapReport report, PrintWriter out) {
    out.println("%,12d entries of the feed".formatted(report.entries()));
    out.println("%,12d say the same".formatted(report.same()));
    out.println("%,12d %s something else".formatted(report.changed(), yes ? "say" : "would say"));
    out.println("%,12d of them about another subject".formatted(report.moved()));
    new TreeMap<>(report.refused())
        .forEach((reason, count) ->
            out.println("%,12d cannot be read by it and stay: %s".formatted(count, reason)));
    if (report.unkept() > 0) {
      out.println(
          "%,12d came before values were kept and stay as they are".formatted(report.unkept()));
    }
    if (!report.missing().isEmpty()) {
      out.println(
          "Columns that were not kept and are empty everywhere: "
              + String.join(", ", new TreeSet<>(report.missing())));
    }
    if (!yes) {
      out.println("Nothing was changed. With --yes it is done.");
    }
  }
}
