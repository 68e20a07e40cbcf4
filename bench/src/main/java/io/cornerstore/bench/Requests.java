package io.cornerstore.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Asks for customers, each as an own request that names its purpose. */
final class Requests implements AutoCloseable {

  /** What came back: latencies in milliseconds of good answers, and how many were not good. */
  record Answers(Latencies latencies, int errors, double seconds) {

    double perSecond() {
      return latencies.sorted().length / seconds;
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Server server;
  private final String token;

  Requests(Server server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * Open loop: requests begin at their times whether or not earlier ones were answered, and waiting
   * is counted from the intended time, so a stall shows in every request it delays.
   */
  Answers atRate(int rate, List<String> customers) throws InterruptedException {
    double[] millis = new double[customers.size()];
    long start = System.nanoTime() + 100_000_000;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < millis.length; i++) {
        int at = i;
        long intended = start + (long) (i * 1e9 / rate);
        for (long left = intended - System.nanoTime();
            left > 0;
            left = intended - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        threads.submit(
            () -> millis[at] = good(customers.get(at)) ? (System.nanoTime() - intended) / 1e6 : -1);
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    return answers(millis, (System.nanoTime() - start) / 1e9);
  }

  /** Closed loop: so many connections, each asking as soon as it has its answer. */
  Answers saturated(int connections, Duration time, List<String> customers)
      throws InterruptedException {
    List<double[]> all = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        threads.submit(() -> {
          List<Double> mine = new ArrayList<>();
          for (long now = System.nanoTime();
              now - start < time.toNanos();
              now = System.nanoTime()) {
            String customer = customers.get(next.getAndIncrement() % customers.size());
            mine.add(good(customer) ? (System.nanoTime() - now) / 1e6 : -1);
          }
          synchronized (all) {
            all.add(mine.stream().mapToDouble(Double::doubleValue).toArray());
          }
        });
      }
      threads.shutdown();
      threads.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    synchronized (all) {
      return answers(all.stream().flatMapToDouble(Arrays::stream).toArray(), seconds);
    }
  }

  private static Answers answers(double[] millis, double seconds) {
    double[] good = Arrays.stream(millis).filter(each -> each >= 0).toArray();
    return new Answers(Latencies.of(good), millis.length - good.length, seconds);
  }

  private boolean good(String customer) {
    URI uri = server.at("api/v1/customers/" + customer);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("X-Purpose", "service")
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 && answer.body().length > 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
