package io.cornerstore.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Client libraries as their makers publish them, against the events API: installed from npm, run
 * unchanged, through a door that now and then answers 429 or 503, loses an answer, or has its
 * server restarted. Each event is to be in the log exactly once.
 *
 * <p>{@code bench/run client-libraries [events=300]}
 */
public final class ClientLibraries {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final List<String> PACKAGES =
      List.of("@segment/analytics-node", "@rudderstack/rudder-sdk-node", "@segment/analytics-next");

  private final Program program = Program.installed();
  private final Path folder;
  private final Path data;
  private final int events;
  private final Table table = new Table("Client libraries against the events API");
  private boolean whole = true;

  private ClientLibraries(Path folder, int events) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.events = events;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Arguments given = Arguments.of(arguments, "events");
    ClientLibraries bench =
        new ClientLibraries(WorkFolder.fresh("client-libraries"), given.number("events", 300));
    bench.run();
    System.exit(bench.whole ? 0 : 1);
  }

  /** A source of its own for each run, so that each is counted alone. */
  private String key(String source) throws IOException, InterruptedException {
    return program.key(data, source, "--source", source, "--scope", "write");
  }

  private void run() throws IOException, InterruptedException, SQLException {
    install();
    Map<String, String> keys = new TreeMap<>();
    for (String client : List.of("analytics-node", "rudder-node", "analytics-js", "http")) {
      for (String drill : List.of("plain", "drills", "restart")) {
        keys.put(client + "-" + drill, key(client + "-" + drill));
      }
    }
    Server server = start();
    try (Door door = new Door(server)) {
      for (String client : List.of("analytics-node", "rudder-node")) {
        node(client, "plain", keys, door, Door.Trouble.NONE);
        node(client, "drills", keys, door, Door.Trouble.SOME);
      }
      http(keys, door);
      browser("plain", keys, door, Door.Trouble.NONE);
      browser("drills", keys, door, Door.Trouble.SOME);
      server = restartUnder("analytics-node", keys, door, server);
      server = restartUnder("rudder-node", keys, door, server);
    } finally {
      server.close();
    }
    table.print();
  }

  private Server start() throws IOException, InterruptedException {
    Path config = folder.resolve("cornerstore.yaml");
    Files.createDirectories(data);
    Files.writeString(
        data.resolve("cornerstore.yaml"), "events:\n  allowed-origins: ['*']\n  currency: GBP\n");
    Files.deleteIfExists(config);
    Server server = Server.start(program, data);
    server.await("sign-in", START);
    return server;
  }

  private void install() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
    List<String> command =
        new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
    command.addAll(PACKAGES);
    int ended = process(command, "npm.txt", LONGEST);
    if (ended != 0) {
      throw new IllegalStateException(
          "npm could not install the libraries: " + Files.readString(folder.resolve("npm.txt")));
    }
    for (String name : PACKAGES) {
      String manifest =
          Files.readString(folder.resolve("node_modules").resolve(name).resolve("package.json"));
      table.row(name, "%s", manifest.replaceAll("(?s)^.*?\"version\": \"([^\"]+)\".*", "$1"));
    }
    for (String script : List.of("client-analytics-node.mjs", "client-rudder-node.mjs")) {
      Files.write(folder.resolve(script), resource(script));
    }
  }

  static byte[] resource(String name) throws IOException {
    Path beside =
        Path.of(System.getProperty("cornerstore.home"), "bench", "src", "main", "resources", name);
    return Files.readAllBytes(beside);
  }

  private int process(List<String> command, String output, Duration limit)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile())
            .start();
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private List<String> script(String client, String key, String prefix, Door door) {
    return List.of(
        "node", "client-" + client + ".mjs", door.address(), key, String.valueOf(events), prefix);
  }

  private void node(
      String client, String drill, Map<String, String> keys, Door door, Door.Trouble trouble)
      throws IOException, InterruptedException, SQLException {
    String name = client + "-" + drill;
    door.trouble(trouble);
    int ended = process(script(client, keys.get(name), name, door), name + ".txt", LONGEST);
    count(name, events, ended, door.made());
  }

  /** The server is ended and started again while the client sends. */
  private Server restartUnder(String client, Map<String, String> keys, Door door, Server server)
      throws IOException, InterruptedException, SQLException {
    String name = client + "-restart";
    door.trouble(Door.Trouble.NONE);
    Process process =
        new ProcessBuilder(script(client, keys.get(name), name, door))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".txt").toFile())
            .start();
    await(() -> door.passed() > 2, START);
    server.kill();
    Server next = start();
    door.lead(next);
    boolean over = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    if (!over) {
      process.destroyForcibly();
    }
    count(name, events, over ? process.exitValue() : -1, "server killed and started");
    return next;
  }

  private void http(Map<String, String> keys, Door door)
      throws IOException, InterruptedException, SQLException {
    door.trouble(Door.Trouble.NONE);
    String basic =
        Base64.getEncoder()
            .encodeToString((keys.get("http-plain") + ":").getBytes(StandardCharsets.UTF_8));
    int sent = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : List.of("identify", "track", "page", "screen", "group", "alias")) {
        String body =
            """
            {"messageId":"h-%1$s","userId":"h","previousId":"g","groupId":"c","event":"Seen","traits":{}}\
            """
                .formatted(path);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(door.address() + "/v1/" + path))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        for (int time = 0; time < 2; time++) {
          client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        sent++;
      }
    }
    count("http-plain", sent, 0, "each sent twice");
  }

  private void browser(String drill, Map<String, String> keys, Door door, Door.Trouble trouble)
      throws IOException, InterruptedException, SQLException {
    String name = "analytics-js-" + drill;
    String chromium = System.getenv().getOrDefault("CORNERSTORE_CHROMIUM", "chromium");
    door.trouble(trouble);
    int some = Math.min(events, 60);
    try (ShopPage page = new ShopPage(folder, door.address(), keys.get(name), name, some)) {
      int ended =
          process(
              List.of(
                  chromium,
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--user-data-dir=" + folder.resolve("browser-" + drill),
                  "--virtual-time-budget=120000",
                  "--timeout=90000",
                  "--dump-dom",
                  page.address()),
              name + ".txt",
              LONGEST);
      count(name, some, ended, door.made());
    }
  }

  private void count(String name, int wanted, int ended, String remark) throws SQLException {
    String from =
        "from intake.source_record r join intake.source s on s.id = r.source where s.code = '%s'"
            .formatted(name);
    long there = Databases.number(Databases.running(data).main(), "select count(*) " + from);
    boolean right = there == wanted && ended == 0;
    whole &= right;
    table.row(
        name,
        "%s: %d sent, %d in the log (%s)%s",
        right ? "ok" : "FAILED",
        wanted,
        there,
        remark,
        ended == 0 ? "" : "; the client ended with " + ended);
  }

  private static void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20); // the condition is about another process, which tells nobody
    }
  }
}
