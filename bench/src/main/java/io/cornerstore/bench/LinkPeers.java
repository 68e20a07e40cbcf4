package io.cornerstore.bench;

import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command {@code link} beside Splink 5 and GoldenMatch, one after the other on the same flat
 * town, scored by the same evaluator: each engine's whole process, from its start to its clusters.
 *
 * <p>Splink has the model of {@code splink_town.py} and is shown at its best match weight, which
 * needs the truth to be known; GoldenMatch and ours have no configuration. They are installed with
 * pip into environments of their own in the work folder.
 *
 * <p>{@code bench/run link-peers [people=33000] [seed=1] [splink=1] [goldenmatch=1]}
 */
public final class LinkPeers {

  private static final Duration LIMIT = Duration.ofMinutes(60);

  private LinkPeers() {}

  private record Line(
      String engine, double wall, double cpu, double megabytes, double pairs, LinkScore score) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-34s %8.2f s %8.2f s %8.0f MB %,14.0f  %s",
          engine,
          wall,
          cpu,
          megabytes,
          pairs,
          score);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "people");
    int people = given.number("people", 33_000);
    Program program = Program.installed();
    FlatTown town = FlatTown.of(program, people, given.number("seed", 1));
    Path folder = WorkFolder.fresh("link-peers-" + people);
    System.out.printf(
        "%nA flat town of %,d people: engine, wall, processor, peak memory, pairs compared%n",
        people);
    ours(program, town, folder.resolve("ours")).forEach(System.out::println);
    if (given.number("splink", 1) != 0) {
      System.out.println(splink(town, Files.createDirectories(folder.resolve("splink"))));
    }
    if (given.number("goldenmatch", 1) != 0) {
      System.out.println(goldenMatch(town, Files.createDirectories(folder.resolve("goldenmatch"))));
    }
    Machine.here().print();
  }

  /* The median of three, as the first run of a program is slower than others. */
  private static List<Line> ours(Program program, FlatTown town, Path out)
      throws IOException, InterruptedException {
    LinkSpeed.Run[] runs = new LinkSpeed.Run[3];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = LinkSpeed.run(program, town, out);
    }
    Arrays.sort(runs, Comparator.comparingDouble(LinkSpeed.Run::wall));
    LinkSpeed.Run median = runs[1];
    return Stream.of("cluster", "certain")
        .map(column ->
            new Line(
                column.equals("cluster") ? "ours, best guess" : "ours, certain",
                median.wall(),
                median.cpu(),
                median.peakMegabytes(),
                median.number("pairs"),
                LinkScore.of(town, out.resolve("clusters.csv"), column)))
        .toList();
  }

  private static Line splink(FlatTown town, Path out) throws IOException, InterruptedException {
    Path python = environment("splink", "splink>=5", "duckdb", "pandas").resolve("python");
    Path script = Path.of(System.getProperty("cornerstore.home", "."), "bench", "splink_link.py");
    Ended ended = run(out, python, script.toAbsolutePath(), town.records(), out);
    String figures =
        ended.output.stream()
            .filter(line -> line.startsWith("{\"wall\""))
            .findFirst()
            .orElseThrow();
    LinkScore best = new LinkScore(0, 0);
    String weight = "";
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
        LinkScore score = LinkScore.of(town, file, "cluster");
        if (score.f1() > best.f1()) {
          best = score;
          weight = file.getFileName().toString().replaceAll("clusters-|\\.csv", "");
        }
      }
    }
    return new Line(
        "Splink, its best weight (" + weight + ")",
        number(figures, "wall"),
        number(figures, "cpu"),
        number(figures, "peakMegabytes"),
        number(figures, "pairs"),
        best);
  }

  private static Line goldenMatch(FlatTown town, Path out)
      throws IOException, InterruptedException {
    Path program = environment("goldenmatch", "goldenmatch", "polars").resolve("goldenmatch");
    Ended ended =
        run(
            out,
            program,
            "dedupe",
            town.records(),
            "--output-clusters",
            "--output-dir",
            out,
            "--format",
            "csv");
    Path found;
    try (Stream<Path> files = Files.list(out)) {
      found =
          files.filter(each -> each.toString().endsWith("_clusters.csv")).findFirst().orElseThrow();
    }
    Path clusters = out.resolve("clusters.csv");
    inOrder(found, town, clusters);
    return new Line(
        "GoldenMatch, no configuration",
        ended.wall.toMillis() / 1e3,
        ended.usage.jvmSeconds(),
        ended.usage.peakMegabytes(),
        Double.NaN,
        LinkScore.of(town, clusters, "cluster"));
  }

  /* GoldenMatch names rows by their number and leaves out those that are alone. */
  private static void inOrder(Path found, FlatTown town, Path clusters) throws IOException {
    int rows;
    try (Stream<String> lines = Files.lines(town.records())) {
      rows = (int) lines.count() - 1;
    }
    int[] numbers = new int[rows];
    int next = 0;
    try (RowReader reader = TabularSource.of(found).open(TabularOptions.detect())) {
      for (RowResult each = reader.next(); each != null; each = reader.next()) {
        if (each instanceof Row row) {
          int cluster = Integer.parseInt(row.value(0)) + 1;
          numbers[Integer.parseInt(row.value(1))] = cluster;
          next = Math.max(next, cluster);
        }
      }
    }
    try (var out = Files.newBufferedWriter(clusters)) {
      out.write("row,cluster\n");
      for (int row = 0; row < rows; row++) {
        out.write(row + "," + (numbers[row] == 0 ? ++next : numbers[row]) + "\n");
      }
    }
  }

  /** The folder of programs of a Python environment, made when it is not there yet. */
  private static Path environment(String name, String... packages)
      throws IOException, InterruptedException {
    Path folder = WorkFolder.of("python-" + name);
    Path done = folder.resolve("done");
    if (!Files.exists(done)) {
      run(folder, "python3", "-m", "venv", folder);
      List<Object> install = new ArrayList<>(List.of(folder.resolve("bin/pip"), "install"));
      install.addAll(List.of(packages));
      run(folder, install.toArray());
      Files.createFile(done);
    }
    return folder.resolve("bin");
  }

  private record Ended(List<String> output, Duration wall, Usage.Total usage) {}

  private static Ended run(Path folder, Object... command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (Usage usage = new Usage(process.pid())) {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        Program.stop(process);
        throw new IllegalStateException("took longer than " + LIMIT + ": " + command[0]);
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      List<String> lines = Files.readAllLines(output);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(String.join("\n", lines));
      }
      return new Ended(lines, wall, usage.total());
    }
  }

  private static double number(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\": ([0-9.]+)").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
