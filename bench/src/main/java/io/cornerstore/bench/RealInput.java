package io.cornerstore.bench;

import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.identity.Assignments;
import io.cornerstore.intake.FeedReport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.SubjectIds;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation of its own, with what was imported into it, to ask questions of. */
final class RealInput implements AutoCloseable {

  private final Path folder;
  private final CpuSeconds cpu;
  private final Installation installation;
  private final ConfigurableApplicationContext application;
  private final PrintStream out;

  /** Databases in a new folder under {@code folder}. */
  RealInput(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
    Path data = folder.resolve("data");
    cpu = new CpuSeconds(data);
    installation = Installation.own(data);
    application = installation.command();
  }

  /** A folder with links to the data and copies of the mappings, changed on the way. */
  Path feeds(Path data, Path mappings, UnaryOperator<String> change) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.createSymbolicLink(feeds.resolve(file.getFileName()), file.toAbsolutePath());
      }
    }
    try (Stream<Path> files = Files.list(mappings)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".mapping.yaml")).toList()) {
        Files.writeString(feeds.resolve(file.getFileName()), change.apply(Files.readString(file)));
      }
    }
    return feeds;
  }

  /** Imports and resolves, and prints what it took. */
  ImportReport load(Path feeds) throws IOException, InterruptedException {
    double program = cpu.program();
    double databases = cpu.databases();
    long start = System.nanoTime();
    Work work = new Work(application);
    ImportReport report = work.read(ImportRequest.of(feeds));
    double read = (System.nanoTime() - start) / 1e9;
    work.resolve();
    out.print(report.text());
    out.printf(
        "wall %.1f s (reading %.1f s), processor %.1f s (program %.1f s, databases %.1f s)%n",
        (System.nanoTime() - start) / 1e9,
        read,
        cpu.program() - program + cpu.databases() - databases,
        cpu.program() - program,
        cpu.databases() - databases);
    return report;
  }

  /** The customer of every subject that has one. */
  Map<SubjectId, CustomerId> customers() {
    Map<SubjectId, CustomerId> customers = new HashMap<>();
    application.getBean(Assignments.class).export(customers::put);
    return customers;
  }

  SubjectId subject(String source, String key) {
    return application.getBean(SubjectIds.class).ofKey(new SourceSystem(source), key);
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** One number from the database. */
  long count(String sql) {
    return application.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  /** The feed of that name. */
  static FeedReport feed(ImportReport report, String name) {
    return report.feeds().stream()
        .filter(feed -> feed.feed().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Hands over every row of a file. */
  static void rows(Path file, Consumer<Row> consumer) {
    try (RowReader reader = TabularSource.of(file).open(TabularOptions.detect())) {
      for (var next = reader.next(); next != null; next = reader.next()) {
        if (next instanceof Row row) {
          consumer.accept(row);
        }
      }
    }
  }

  /** Prints a figure with what it has to be. */
  static boolean check(PrintStream out, String what, long found, long wanted) {
    out.printf(
        "%-62s %,9d  %s%n", what, found, found == wanted ? "ok" : "NOT %,d".formatted(wanted));
    return found == wanted;
  }

  /** Exit code of a run with these checks. */
  static int exit(List<Boolean> checks) {
    return checks.contains(false) ? 1 : 0;
  }

  @Override
  public void close() {
    installation.close();
  }
}
