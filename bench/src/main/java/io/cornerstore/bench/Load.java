package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Cold start to visible profile: person records in a CSV become customers with golden records in a
 * fresh folder, one process from the start of its JVM on. The data stay for {@link Start}.
 *
 * <p>{@code bench/run load [N=100000]}
 */
public final class Load {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  private Load() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    run(Arguments.of(arguments, "N").number("N", 100_000));
    Machine.here().print();
  }

  /** Loads that many records and gives the folder of the data. */
  static Path run(int rows) throws IOException, InterruptedException {
    Path folder = WorkFolder.fresh("load-" + rows);
    Path feed = folder.resolve("feed");
    new PeopleFile(feed, rows, 1).write("crm");
    Path data = folder.resolve("data");
    long bytes = Files.size(feed.resolve("people.csv"));
    Program.Ended ended =
        Program.installed().run(LIMIT, "import", feed, "--data", data, "--timings");
    print(rows, bytes, ended);
    Files.createFile(folder.resolve("loaded"));
    return data;
  }

  private static void print(int rows, long bytes, Program.Ended ended) {
    Map<String, Double> timings = ended.timings();
    double visible = timings.values().stream().mapToDouble(Double::doubleValue).sum();
    Table table =
        new Table("Load of %,d person records, %,d bytes a row".formatted(rows, bytes / rows));
    table.row("rows/s, JVM start to visible profile", "%,.0f", rows / visible);
    table.row("visible after", "%.2f s", visible);
    table.row("process ended after", "%.2f s", millis(ended.wall()) / 1e3);
    table.row("processor time of the JVM", "%.2f s", ended.usage().jvmSeconds());
    table.row("processor time of PostgreSQL", "%.2f s", ended.usage().databaseSeconds());
    double both = ended.usage().jvmSeconds() + ended.usage().databaseSeconds();
    table.row("processor time a record", "%.0f µs", both / rows * 1e6);
    table.row("peak resident memory of the JVM", "%.0f MB", ended.usage().peakMegabytes());
    double resolve =
        timings.entrySet().stream()
            .filter(stage -> stage.getKey().startsWith("resolve"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    timings.forEach((stage, seconds) -> table.row("stage " + stage, "%.2f s", seconds));
    table.row("stages of resolve together", "%.2f s", resolve);
    table.print();
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
