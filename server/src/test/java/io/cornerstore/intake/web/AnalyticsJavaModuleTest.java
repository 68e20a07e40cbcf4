package io.cornerstore.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import com.sun.net.httpserver.HttpServer;
import io.cornerstore.WholeServer;
import io.cornerstore.access.ApiScope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Segment's library for Java, unchanged: it sends its key in the body and reads the answer. */
class AnalyticsJavaModuleTest {

  private static final int EVENTS = 200;

  @Test
  void events_ofTheLibrary_areInTheLogOnce_alsoWhenAnAnswerIsLost() throws Exception {
    try (WholeServer server = WholeServer.startWeb()) {
      String key = server.key("java", "java-app", ApiScope.WRITE);
      AtomicInteger calls = new AtomicInteger();
      HttpServer door = door(server, calls);
      try {
        Analytics analytics =
            Analytics.builder(key)
                .endpoint("http://127.0.0.1:" + door.getAddress().getPort())
                .flushQueueSize(25)
                .flushInterval(1, TimeUnit.SECONDS)
                .build();
        for (int n = 0; n < EVENTS; n++) {
          if (n % 10 == 0) {
            analytics.enqueue(
                IdentifyMessage.builder()
                    .userId("u" + n)
                    .traits(Map.of("email", "u" + n + "@example.org")));
          } else {
            analytics.enqueue(
                TrackMessage.builder("Order Completed")
                    .userId("u" + n)
                    .properties(Map.of("order_id", "J" + n, "total", 9.5, "currency", "GBP")));
          }
        }
        analytics.flush();
        long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
        while (entries(server) < EVENTS && System.nanoTime() < end) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
        analytics.shutdown();
      } finally {
        door.stop(0);
      }
      assertThat(entries(server)).isEqualTo(EVENTS);
      assertThat(calls.get()).isGreaterThan(EVENTS / 25);
      assertThat(
              server
                  .jdbc()
                  .sql("select count(*) from intake.source_record where type is null")
                  .query(Long.class)
                  .single())
          .isEqualTo(EVENTS / 10);
    }
  }

  private static long entries(WholeServer server) {
    return server
        .jdbc()
        .sql("select count(*) from intake.source_record")
        .query(Long.class)
        .single();
  }

  /** The second call is taken, but its answer is lost: the library sends it again. */
  private static HttpServer door(WholeServer server, AtomicInteger calls) throws IOException {
    HttpServer door =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    HttpClient client = HttpClient.newHttpClient();
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          HttpRequest.Builder request =
              HttpRequest.newBuilder(server.address(exchange.getRequestURI().toString()))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body));
          for (String name : new String[] {"Authorization", "Content-Type", "Content-Encoding"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
              request.header(name, value);
            }
          }
          try {
            HttpResponse<byte[]> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (calls.incrementAndGet() == 2) {
              exchange.sendResponseHeaders(503, -1);
            } else {
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
              exchange.getResponseBody().write(answer.body());
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    door.start();
    return door;
  }
}
