package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The profile API over random customers with at least 50 timeline entries, each asked for once, so
 * that no key is unwrapped beforehand; then how much it can do. The JVM is warmed up for some
 * seconds with a quarter of the customers, which are not asked for again. The load generator runs
 * on the same machine.
 *
 * <p>{@code bench/run profile [rate=200] [customers=10000] [seconds=30] [warm=60]
 * [interactions=60]}
 */
public final class Profile {

  private static final Duration LIMIT = Duration.ofMinutes(60);
  private static final Duration SATURATION = Duration.ofSeconds(10);
  private static final String CUSTOMERS =
      """
      select member.customer
      from identity.member
      join intake.source_record record on record.subject = member.subject
      group by member.customer
      having count(*) filter (where record.type is not null) >= 50
      order by member.customer
      """;

  private Profile() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Arguments given = Arguments.of(arguments, "rate");
    int people = given.number("customers", 10_000);
    int each = given.number("interactions", 60);
    Path folder = data(people, each);
    Program program = Program.installed();
    Path data = folder.resolve("data");
    String token = program.key(data, "bench-" + System.nanoTime(), "--scope", "service");
    measure(program, data, token, given);
    Machine.here().print();
  }

  /** The folder with the data, which are loaded once. */
  private static Path data(int people, int each) throws IOException, InterruptedException {
    String name = "profile-%d-%d".formatted(people, each);
    if (Files.exists(WorkFolder.of(name).resolve("loaded"))) {
      return WorkFolder.of(name);
    }
    Path folder = WorkFolder.fresh(name);
    new PeopleFile(folder.resolve("feed"), people, 2).write("crm");
    new InteractionsFile(folder.resolve("feed"), people, each).write("crm");
    Program.Ended ended =
        Program.installed()
            .run(
                LIMIT,
                "import",
                folder.resolve("feed"),
                "--data",
                folder.resolve("data"),
                "--timings");
    System.out.printf(
        "Loaded %,d people with %d interactions each in %.0f s%n",
        people, each, ended.wall().toMillis() / 1e3);
    Files.createFile(folder.resolve("loaded"));
    return folder;
  }

  private static void measure(Program program, Path data, String token, Arguments given)
      throws IOException, InterruptedException, SQLException {
    int rate = given.number("rate", 200);
    int seconds = given.number("seconds", 30);
    int warm = given.number("warm", 60);
    try (Server server = Server.start(program, data);
        Requests requests = new Requests(server, token)) {
      server.await("readyz", Duration.ofMinutes(5));
      List<String> customers =
          new ArrayList<>(Databases.column(Databases.running(data).main(), CUSTOMERS));
      Collections.shuffle(customers, new Random(3));
      int known = customers.size() / 4;
      List<String> asked =
          customers.subList(known, Math.min(customers.size(), known + rate * seconds));
      requests.atRate(rate, again(customers.subList(0, known), rate * warm));
      Requests.Answers answers = requests.atRate(rate, asked);
      print(rate, customers.size(), answers);
      for (int connections : new int[] {4, 8, 16}) {
        saturation(connections, requests.saturated(connections, SATURATION, customers));
      }
      System.out.printf(
          "  peak resident memory of the server  %.0f MB%n", ProcFile.peakMegabytes(server.pid()));
    }
  }

  /** The same customers round and round, so many requests in all. */
  private static List<String> again(List<String> customers, int times) {
    return IntStream.range(0, times).mapToObj(i -> customers.get(i % customers.size())).toList();
  }

  private static void print(int rate, int customers, Requests.Answers answers) {
    Latencies latencies = answers.latencies();
    new Table(
            "Profile API at %d requests/s, %,d distinct customers of %,d with 50 timeline entries or more, keys cold, audit on"
                .formatted(rate, latencies.sorted().length, customers))
        .row("p50", "%.2f ms", latencies.quantile(0.5))
        .row("p99", "%.2f ms", latencies.quantile(0.99))
        .row("p99.9", "%.2f ms", latencies.quantile(0.999))
        .row("worst", "%.2f ms", latencies.quantile(1))
        .row("errors", "%d", answers.errors())
        .row("answered", "%.0f requests/s", answers.perSecond())
        .print();
  }

  private static void saturation(int connections, Requests.Answers answers) {
    System.out.printf(
        "  saturated by %2d connections  %,.0f requests/s, p50 %.1f ms, p99 %.1f ms, errors %d%n",
        connections,
        answers.perSecond(),
        answers.latencies().quantile(0.5),
        answers.latencies().quantile(0.99),
        answers.errors());
  }
}
