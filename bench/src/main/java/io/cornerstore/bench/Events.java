package io.cornerstore.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The events API over HTTP: accepted, durable events a second, one a call and a hundred; how long
 * until an event is found in a profile at half of that; and what happens beyond what it can take.
 * Sender and server share the machine.
 *
 * <p>{@code bench/run events [seconds=20] [connections=16] [crowd=400]}
 */
public final class Events {

  private static final Duration START = Duration.ofMinutes(5);

  private final Program program = Program.installed();
  private final Path data;
  private final int seconds;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private String writing = "";
  private String reading = "";

  private Events(Path data, int seconds) {
    this.data = data;
    this.seconds = seconds;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Arguments given = Arguments.of(arguments, "seconds");
    Events bench =
        new Events(WorkFolder.fresh("events").resolve("data"), given.number("seconds", 20));
    boolean whole = bench.run(given.number("connections", 16), given.number("crowd", 400));
    Machine.here().print();
    System.exit(whole ? 0 : 1);
  }

  private boolean run(int connections, int crowd)
      throws IOException, InterruptedException, SQLException {
    String key = program.key(data, "shop", "--source", "shop", "--scope", "write");
    writing =
        "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    reading = "Bearer " + program.key(data, "reader", "--scope", "service");
    try (Server server = Server.start(program, data)) {
      server.await("sign-in", START);
      measure(server, "warm-up", connections, 100, Math.max(5, seconds / 2));
      Outcome single = measure(server, "one event a call", connections, 1, seconds);
      Outcome batches = measure(server, "a hundred events a call", connections, 100, seconds);
      visible(server, Math.min(single.rate(), batches.rate()) / 2);
      saturate(server, crowd);
      return settled();
    }
  }

  /** What a phase came to. */
  private record Outcome(double rate, long refused) {}

  private static final class Sender {
    final List<Double> millis = new ArrayList<>();
    long events;
    long refused;
    boolean noPause;
  }

  private Outcome measure(Server server, String name, int connections, int batch, int lasting)
      throws IOException, InterruptedException {
    try (Usage usage = new Usage(server.pid())) {
      LockSupport.parkNanos(100_000_000);
      Usage.Total before = usage.total();
      long end = System.nanoTime() + lasting * 1_000_000_000L;
      List<Sender> senders = senders(server, connections, batch, end, 0);
      double took = lasting;
      Usage.Total after = usage.total();
      long events = senders.stream().mapToLong(sender -> sender.events).sum();
      Latencies latencies =
          Latencies.of(
              senders.stream()
                  .flatMap(sender -> sender.millis.stream())
                  .mapToDouble(Double::doubleValue)
                  .toArray());
      long refused = senders.stream().mapToLong(sender -> sender.refused).sum();
      double jvm = (after.jvmSeconds() - before.jvmSeconds()) / events * 1e6;
      double database = (after.databaseSeconds() - before.databaseSeconds()) / events * 1e6;
      new Table("Events, " + name + ", " + connections + " connections")
          .row("accepted and durable", "%,.0f events/s", events / took)
          .row("call, p50", "%.1f ms", latencies.quantile(.5))
          .row("call, p99", "%.1f ms", latencies.quantile(.99))
          .row("refused calls", "%,d", refused)
          .row("processor time of the JVM", "%.1f µs an event", jvm)
          .row("processor time of PostgreSQL", "%.1f µs an event", database)
          .print();
      return new Outcome(events / took, refused);
    }
  }

  /** Sends until the end; with a pace, so many events a second over all. */
  private List<Sender> senders(Server server, int connections, int batch, long end, double pace)
      throws InterruptedException {
    List<Sender> senders = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Sender sender = new Sender();
      senders.add(sender);
      threads.add(
          Thread.ofPlatform().start(() -> send(server, sender, batch, end, pace / connections)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return senders;
  }

  private void send(Server server, Sender sender, int batch, long end, double pace) {
    String path = batch == 1 ? "/v1/identify" : "/v1/batch";
    long due = System.nanoTime();
    while (System.nanoTime() < end) {
      try (HttpWire wire = new HttpWire(server.at("/"), path, writing)) {
        while (System.nanoTime() < end) {
          if (pace > 0) {
            due += (long) (batch / pace * 1e9);
            LockSupport.parkNanos(due - System.nanoTime());
          }
          call(wire, sender, batch);
        }
      } catch (IOException e) {
        lost.incrementAndGet();
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  /** The same body again until it is taken: what was refused is not lost. */
  private void call(HttpWire wire, Sender sender, int batch) throws IOException {
    long first = numbers.getAndAdd(batch);
    String body = body(first, batch);
    for (int status = 0; status != 200; ) {
      long began = System.nanoTime();
      status = wire.post(body);
      if (status == 200) {
        sender.millis.add((System.nanoTime() - began) / 1e6);
        sender.events += batch;
        acknowledged.addAndGet(batch);
      } else if (status == 429) {
        sender.refused++;
        sender.noPause |= !wire.retryAfter().matches("[1-9][0-9]*");
        LockSupport.parkNanos(200_000_000);
      } else {
        throw new IllegalStateException("answered " + status);
      }
    }
  }

  private static String body(long first, int batch) {
    if (batch == 1) {
      return event(first, false);
    }
    StringBuilder body = new StringBuilder(batch * 220).append("{\"batch\":[");
    for (int i = 0; i < batch; i++) {
      body.append(i == 0 ? "" : ",").append(event(first + i, true));
    }
    return body.append("]}").toString();
  }

  /** A visitor of a hundred thousand does something; one in twenty says who they are. */
  private static String event(long number, boolean typed) {
    long user = number % 100_000;
    if (!typed || number % 20 == 0) {
      return """
      {"type":"identify","messageId":"m%1$d","userId":"u%2$d","timestamp":"2026-03-01T10:00:00Z",\
      "traits":{"firstName":"Kim","lastName":"Lorma%2$d","email":"kim.%2$d@example.org"}}\
      """
          .formatted(number, user);
    }
    return """
    {"type":"track","event":"Product Viewed","messageId":"m%1$d","userId":"u%2$d",\
    "timestamp":"2026-03-01T10:00:00Z","properties":{"product_id":"P%3$d","name":"Thing","price":9.9}}\
    """
        .formatted(number, user, number % 500);
  }

  private void visible(Server server, double pace) throws IOException, InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Double> millis = new ArrayList<>();
    Thread load =
        Thread.ofPlatform()
            .start(() -> {
              try {
                senders(server, 8, 20, end, pace);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (HttpWire wire = new HttpWire(server.at("/"), "/v1/identify", writing);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      LockSupport.parkNanos(2_000_000_000L);
      for (int probe = 0; System.nanoTime() < end; probe++) {
        String email = "probe." + probe + "@example.org";
        long began = System.nanoTime();
        wire.post(
            "{\"messageId\":\"p%1$d\",\"userId\":\"p%1$d\",\"traits\":{\"email\":\"%2$s\",\"name\":\"Probe %1$d\"}}"
                .formatted(probe, email));
        acknowledged.incrementAndGet();
        while (!found(client, server, email)) {
          LockSupport.parkNanos(15_000_000);
        }
        millis.add((System.nanoTime() - began) / 1e6);
        LockSupport.parkNanos(100_000_000);
      }
    }
    load.join();
    Latencies latencies = Latencies.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    new Table("From event to profile at %,.0f events/s".formatted(pace))
        .row("probes", "%,d", millis.size())
        .row("found in the profile, p50", "%.0f ms", latencies.quantile(.5))
        .row("found in the profile, p99", "%.0f ms", latencies.quantile(.99))
        .print();
  }

  private boolean found(HttpClient client, Server server, String email)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.at("/") + "api/v1/search"))
            .header("Authorization", reading)
            .header("X-Purpose", "service")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + email + "\"}"))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == 200 && !answer.body().contains("\"items\":[]");
  }

  private void saturate(Server server, int crowd) throws IOException, InterruptedException {
    double before = ProcFile.residentMegabytes(server.pid());
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long began = acknowledged.get();
    List<Sender> senders = senders(server, crowd, 500, end, 0);
    long refused = senders.stream().mapToLong(sender -> sender.refused).sum();
    boolean silent = senders.stream().anyMatch(sender -> sender.noPause);
    new Table("Beyond what it can take: " + crowd + " connections, 500 events a call")
        .row(
            "accepted and durable",
            "%,.0f events/s",
            (acknowledged.get() - began) / (double) seconds)
        .row("refused with 429", "%,d calls", refused)
        .row("each with Retry-After", silent ? "no" : "yes")
        .row("connections that broke", "%,d", lost.get())
        .row("resident memory before", "%.0f MB", before)
        .row("resident memory after", "%.0f MB", ProcFile.residentMegabytes(server.pid()))
        .print();
  }

  private boolean settled() throws SQLException {
    long there =
        Databases.number(Databases.running(data).main(), "select count(*) from intake.receipt");
    boolean whole = lost.get() == 0 ? there == acknowledged.get() : there >= acknowledged.get();
    new Table("Afterwards")
        .row("acknowledged", "%,d", acknowledged.get())
        .row("in the log, each once", "%,d", there)
        .row("nothing lost", whole ? "yes" : "NO")
        .print();
    return whole;
  }
}
