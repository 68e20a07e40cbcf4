package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A later start, over the data that {@link Load} left: from the start of the process until the
 * sign-in page answers, and until the resident index is complete. The median of several.
 *
 * <p>{@code bench/run start [N=100000] [times=5]}
 */
public final class Start {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private record Times(double signIn, double ready, double megabytes) {}

  private Start() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "N");
    int rows = given.number("N", 100_000);
    int times = given.number("times", 5);
    Path folder = WorkFolder.of("load-" + rows);
    Path data = Files.exists(folder.resolve("loaded")) ? folder.resolve("data") : Load.run(rows);
    List<Times> starts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      starts.add(start(data));
    }
    new Table("Later start with %,d records, median (worst) of %d".formatted(rows, times))
        .row("until /sign-in", "%s", summary(starts.stream().mapToDouble(Times::signIn).toArray()))
        .row("until /readyz", "%s", summary(starts.stream().mapToDouble(Times::ready).toArray()))
        .row("resident memory then", "%.0f MB", starts.getLast().megabytes())
        .print();
    Machine.here().print();
  }

  private static Times start(Path data) throws IOException, InterruptedException {
    try (Server server = Server.start(Program.installed(), data)) {
      double signIn = server.await("sign-in", LIMIT).toNanos() / 1e9;
      double ready = server.await("readyz", LIMIT).toNanos() / 1e9;
      return new Times(signIn, ready, ProcFile.residentMegabytes(server.pid()));
    }
  }

  private static String summary(double[] seconds) {
    Latencies sorted = Latencies.of(seconds);
    return "%.2f s (%.2f s)".formatted(sorted.quantile(0.5), sorted.quantile(1));
  }
}
