package io.cornerstore.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events that are looked for over the API until a reader sees them: a newcomer by e-mail in the
 * search and then as a profile, a visit of a known customer in the timeline. They begin at fixed
 * times whether or not earlier ones were seen, and the time counts from then. Looks again after a
 * tenth of the time that has passed, at least 20 ms, so it is seen a tenth too late at most.
 */
final class EventProbes implements AutoCloseable {

  private static final Duration GIVES_UP = Duration.ofSeconds(30);
  private static final long BETWEEN_NANOS = 200_000_000;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  /** Milliseconds; what was not seen in time is infinite. */
  record Seen(Latencies newcomers, Latencies visits) {}

  private final Server server;
  private final EventSenders senders;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String known;
  private int number;

  EventProbes(Server server, EventSenders senders, String token) {
    this.server = server;
    this.senders = senders;
    this.token = token;
    this.known = known();
  }

  /** Begins probes until the time is over, and waits for the last. */
  Seen run(double seconds) {
    List<Double> newcomers = Collections.synchronizedList(new ArrayList<>());
    List<Double> visits = Collections.synchronizedList(new ArrayList<>());
    long due = System.nanoTime();
    long end = due + (long) (seconds * 1e9);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (; due < end; due += BETWEEN_NANOS) {
        LockSupport.parkNanos(due - System.nanoTime());
        boolean visit = number % 2 == 1;
        String id = "probe-" + number++;
        long began = due;
        List<Double> seen = visit ? visits : newcomers;
        threads.submit(() -> {
          try {
            seen.add(visit ? visit(id, began) : newcomer(id, began));
          } catch (IOException | RuntimeException e) {
            seen.add(Double.POSITIVE_INFINITY);
            throw e;
          }
          return null;
        });
      }
    }
    return new Seen(latencies(newcomers), latencies(visits));
  }

  private static Latencies latencies(List<Double> millis) {
    return Latencies.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double newcomer(String id, long began) throws IOException, InterruptedException {
    String email = id + "@example.org";
    send("/v1/identify", EventBodies.newcomer(id, email));
    return until(began, () -> find(email) != null);
  }

  private double visit(String id, long began) throws IOException, InterruptedException {
    String product = "Only" + id;
    send("/v1/track", EventBodies.visit(id, "known-probe", product));
    return until(
        began, () -> get("api/v1/customers/" + known + "/timeline?limit=20").contains(product));
  }

  /** A customer whose timeline the visits come into. */
  private String known() {
    String email = "known-probe@example.org";
    send("/v1/identify", EventBodies.newcomer("known-probe", email));
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    try {
      for (String customer = find(email); System.nanoTime() < end; customer = find(email)) {
        if (customer != null) {
          return customer;
        }
        Thread.sleep(100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("what was sent is not found: " + server.at("/"));
  }

  private interface Look {
    boolean sees() throws IOException, InterruptedException;
  }

  private static double until(long began, Look look) throws IOException, InterruptedException {
    while (!look.sees()) {
      long passed = System.nanoTime() - began;
      if (passed > GIVES_UP.toNanos()) {
        return Double.POSITIVE_INFINITY;
      }
      Thread.sleep(Duration.ofNanos(Math.max(20_000_000, passed / 10)));
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private void send(String path, byte[] body) {
    try (HttpWire wire = senders.wire()) {
      int status = wire.post(path, body);
      if (status != 200) {
        throw new IllegalStateException(path + " answered " + status);
      }
      senders.acknowledged(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The customer whose profile shows this e-mail; null for nobody. */
  private String find(String email) throws IOException, InterruptedException {
    HttpRequest request =
        request("api/v1/search")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + email + "\"}"))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher id = ID.matcher(answer.body());
    return answer.statusCode() == 200
            && id.find()
            && get("api/v1/customers/" + id.group(1)).contains(email)
        ? id.group(1)
        : null;
  }

  private String get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
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
