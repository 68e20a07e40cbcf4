package io.cornerstore.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counter over the API, one clerk after the other: searches of the kinds people type, values
 * put right until the next reading shows them, and customers added; first alone, then while an
 * import of other people runs in a process of its own.
 *
 * <p>{@code bench/run counter [N=100000] [searches=600] [corrections=200] [import=50000]}
 */
public final class Counter implements AutoCloseable {

  /* Far beyond what anybody would wait: then it was lost. */
  private static final Duration VISIBLE = Duration.ofMinutes(1);

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern ADDED = Pattern.compile("\"customer\":\"([0-9a-f-]{36})\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Server server;
  private final String token;
  private final List<String[]> people;
  private final Random random = new Random(5);
  private int keys;

  private Counter(Server server, String token, List<String[]> people) {
    this.server = server;
    this.token = token;
    this.people = people;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "N");
    int rows = given.number("N", 100_000);
    Path folder = WorkFolder.fresh("counter-" + rows);
    Path feed = folder.resolve("feed");
    new PeopleFile(feed, rows, 1).write("crm");
    Path more = folder.resolve("more");
    new PeopleFile(more, given.number("import", 50_000), 77).write("shop");
    Path data = folder.resolve("data");
    Program program = Program.installed();
    program.run(LIMIT, "import", feed, "--data", data);
    String token = program.key(data, "bench-counter", "--scope", "service,counter");
    try (Server server = Server.start(program, data);
        Counter counter = new Counter(server, token, people(feed))) {
      server.await("readyz", Duration.ofMinutes(5));
      counter.searches(100);
      counter.measure("alone", given);
      Process running = program.start(folder.resolve("import.txt"), "import", more, "--data", data);
      counter.measure("while an import of other people runs", given);
      System.out.println("  the import was running to the end: " + running.isAlive());
      running.waitFor();
    }
    Machine.here().print();
  }

  private static List<String[]> people(Path feed) throws IOException {
    List<String> lines = Files.readAllLines(feed.resolve("people.csv"));
    return lines.subList(1, lines.size()).stream().map(line -> line.split(",", 10)).toList();
  }

  private void measure(String when, Arguments given) throws IOException, InterruptedException {
    Map<String, List<Double>> searches = searches(given.number("searches", 600));
    Table table = new Table("At the counter, " + when);
    List<Double> all = new ArrayList<>();
    searches.forEach((kind, times) -> {
      all.addAll(times);
      row(table, "search: " + kind, times);
    });
    row(table, "search: all", all);
    row(table, "put right until read", corrections(given.number("corrections", 200)));
    row(table, "added until read", additions(given.number("corrections", 200) / 4));
    table.print();
  }

  private static void row(Table table, String name, List<Double> times) {
    Latencies latencies = Latencies.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    table.row(name + ", p50", "%.1f ms", latencies.quantile(0.5));
    table.row(name + ", p99", "%.1f ms", latencies.quantile(0.99));
    table.row(name + ", worst", "%.1f ms", latencies.quantile(1));
  }

  private Map<String, List<Double>> searches(int count) throws IOException, InterruptedException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String[] person = people.get(random.nextInt(people.size()));
      String given = person[1];
      String family = person[2];
      String swapped = "" + family.charAt(1) + family.charAt(0) + family.substring(2);
      String[][] kinds = {
        {"mistyped name", given + " " + swapped},
        {"beginning of a name", family.substring(0, 3)},
        {"parts swapped, year of birth", family + " " + given + " " + person[3].substring(0, 4)},
        {"name and town", family + " " + person[7]},
        {"last digits of a phone", person[5].substring(person[5].length() - 6)},
        {"beginning of an e-mail", person[4].substring(0, 8)},
        {"e-mail", person[4]}
      };
      String[] kind = kinds[i % kinds.length];
      long start = System.nanoTime();
      post("api/v1/search", "{\"text\":\"%s\",\"limit\":8}".formatted(kind[1]), 200);
      times.computeIfAbsent(kind[0], _ -> new ArrayList<>()).add(since(start));
    }
    return times;
  }

  private List<Double> corrections(int count) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] person = people.get(random.nextInt(people.size()));
      String found = post("api/v1/search", "{\"text\":\"%s\"}".formatted(person[4]), 200);
      Matcher id = ID.matcher(found);
      if (!id.find()) {
        throw new IllegalStateException("nobody was found by e-mail");
      }
      String email = "right" + keys + "@example.org";
      long start = System.nanoTime();
      post(
          "api/v1/customers/" + id.group(1) + "/corrections",
          "{\"values\":{\"email\":\"%s\"}}".formatted(email),
          201);
      await(id.group(1), email);
      times.add(since(start));
    }
    return times;
  }

  private List<Double> additions(int count) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String email = "new" + keys + "@example.org";
      long start = System.nanoTime();
      Matcher id =
          ADDED.matcher(
              post(
                  "api/v1/customers",
                  "{\"values\":{\"family-name\":\"%s\",\"email\":\"%s\"}}"
                      .formatted(letters(), email),
                  201));
      if (!id.find()) {
        throw new IllegalStateException("nobody was added");
      }
      await(id.group(1), email);
      times.add(since(start));
    }
    return times;
  }

  /* A name like nobody's, so that nobody looks alike. */
  private String letters() {
    StringBuilder letters = new StringBuilder("X");
    random.ints(9, 'a', 'z').forEach(letter -> letters.append((char) letter));
    return letters.toString();
  }

  private void await(String customer, String value) throws IOException, InterruptedException {
    long end = System.nanoTime() + VISIBLE.toNanos();
    while (!get("api/v1/customers/" + customer).contains(value)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("what was written is still not there after " + VISIBLE);
      }
      Thread.sleep(1); // what is measured is the time until a reader sees it
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private String get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private String post(String path, String body, int wanted)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "bench-" + keys++)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != wanted) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.at(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token)
        .header("X-Purpose", "service");
  }

  @Override
  public void close() {
    client.close();
  }
}
