package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast files are linked, and how right: the command {@code link} over a flat sample town, from
 * the start of its process to its end, without the report.
 *
 * <p>{@code bench/run link-speed [people=33000] [seed=1] [runs=3]}
 */
public final class LinkSpeed {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  private LinkSpeed() {}

  /** One run and what it printed. */
  record Run(Program.Ended ended) {
    double wall() {
      return ended.wall().toMillis() / 1e3;
    }

    double cpu() {
      return ended.usage().jvmSeconds();
    }

    double peakMegabytes() {
      return Math.max(ended.usage().peakMegabytes(), number("peakMegabytes"));
    }

    /** A number of the summary, such as {@code pairs}. */
    double number(String name) {
      Matcher matcher =
          Pattern.compile("\"" + name + "\":([0-9.]+)").matcher(ended.output().getLast());
      if (!matcher.find()) {
        throw new IllegalStateException("the summary does not tell " + name);
      }
      return Double.parseDouble(matcher.group(1));
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "people");
    int people = given.number("people", 33_000);
    int runs = given.number("runs", 3);
    Program program = Program.installed();
    FlatTown town = FlatTown.of(program, people, given.number("seed", 1));
    Path out = WorkFolder.fresh("link-speed-" + people);
    Run[] all = new Run[runs];
    for (int i = 0; i < runs; i++) {
      all[i] = run(program, town, out);
    }
    java.util.Arrays.sort(all, java.util.Comparator.comparingDouble(Run::wall));
    print(people, all[runs / 2], town, out, all);
    Machine.here().print();
  }

  /** Links the town once. */
  static Run run(Program program, FlatTown town, Path out)
      throws IOException, InterruptedException {
    return new Run(program.run(LIMIT, "link", town.records(), "--out", out, "--no-report"));
  }

  private static void print(int people, Run median, FlatTown town, Path out, Run[] all) {
    Path clusters = out.resolve("clusters.csv");
    double records = median.number("records");
    Table table =
        new Table("Linking the records of a sample town of %,d people".formatted(people))
            .row("records", "%,.0f", records)
            .row("pairs compared", "%,.0f", median.number("pairs"))
            .row(
                "wall, median of " + all.length,
                "%.2f s (%.2f to %.2f)",
                median.wall(),
                all[0].wall(),
                all[all.length - 1].wall())
            .row("processor", "%.2f s", median.cpu());
    for (String phase : new String[] {"look", "read", "train", "link", "write"}) {
      table.row("  " + phase, "%.2f s", median.number(phase));
    }
    table
        .row("peak memory", "%.0f MB", median.peakMegabytes())
        .row("best guess", "%s", LinkScore.of(town, clusters, "cluster"))
        .row("certain", "%s", LinkScore.of(town, clusters, "certain"))
        .print();
  }
}
