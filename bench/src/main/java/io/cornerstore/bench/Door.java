package io.cornerstore.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands between clients and server, and makes trouble when told to. */
final class Door implements AutoCloseable {
  /** What it does to calls. */
  enum Trouble {
    NONE,
    SOME
  }

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();
  private volatile Server behind;
  private volatile Trouble trouble = Trouble.NONE;

  Door(Server behind) throws IOException {
    this.behind = behind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void lead(Server next) {
    behind = next;
  }

  void trouble(Trouble next) {
    trouble = next;
    posts.set(0);
    passed.set(0);
    made.set(0);
  }

  int passed() {
    return passed.get();
  }

  String made() {
    return made.get() == 0 ? "no trouble" : made.get() + " answers 429, 503 or lost";
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean post = exchange.getRequestMethod().equals("POST");
    int number = post && trouble == Trouble.SOME ? posts.incrementAndGet() : 0;
    if (number % 5 == 1) {
      made.incrementAndGet();
      exchange.getResponseHeaders().set("Retry-After", "1");
      allowAll(exchange);
      exchange.sendResponseHeaders(number % 10 == 1 ? 429 : 503, -1);
      exchange.close();
      return;
    }
    pass(exchange, body, number % 5 == 3);
  }

  /** Passes a call on; an answer that is lost was given all the same. */
  private void pass(HttpExchange exchange, byte[] body, boolean lose) throws IOException {
    URI asked = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.at(asked.toString().substring(1)))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!List.of(
                  "host", "connection", "content-length", "upgrade", "http2-settings", "expect")
              .contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      passed.incrementAndGet();
      if (lose) {
        made.incrementAndGet();
        allowAll(exchange);
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
        return;
      }
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length")
                && !name.equalsIgnoreCase("transfer-encoding")
                && !name.startsWith(":")) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      byte[] said = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
      if (said.length > 0) {
        exchange.getResponseBody().write(said);
      }
    } catch (IOException e) {
      exchange.sendResponseHeaders(503, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void allowAll(HttpExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin != null) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
      exchange.getResponseHeaders().set("Access-Control-Expose-Headers", "Retry-After");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
