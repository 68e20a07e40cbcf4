package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.ServerArguments;
import io.cornerstore.access.ApiScope;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** The server for events with a client in front of it, for all classes that test it. */
final class EventsSite implements AutoCloseable {

  static final Shared<EventsSite> SHARED = Shared.of(EventsSite.class, EventsSite::start);

  /** A page event as it stands in a batch. */
  static final String PAGE = "{\"type\":\"page\",\"userId\":\"u\"}";

  final EventsServer server;
  final EventsClient client;

  /** May write for the web shop. */
  final String key;

  private final DatabasePair databases;
  private final AtomicInteger numbers = new AtomicInteger();

  private EventsSite(DatabasePair databases, EventsServer server) {
    this.databases = databases;
    this.server = server;
    this.client = new EventsClient(server.port());
    this.key = key("webshop", ApiScope.WRITE);
  }

  private static EventsSite start() {
    DatabasePair databases = Databases.fresh();
    return new EventsSite(
        databases, EventsServer.start(databases, ServerArguments.newRootKeyFile()));
  }

  @Override
  public void close() {
    server.close();
    databases.close();
  }

  String key(String source, ApiScope scope) {
    return server.key("key-" + numbers.incrementAndGet(), new SourceSystem(source), scope);
  }

  /** A key of a source nobody else writes to. */
  String ownKey(String source) {
    return key(source, ApiScope.WRITE);
  }

  HttpResponse<String> post(String path, String body) {
    return client.post(path, body, "Authorization", basic(key + ":"));
  }

  static void assertSuccess(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"success\": true}");
  }

  static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .startsWith("{\"code\":\"" + code + "\",\"message\":\"")
        .contains("\"error\":{\"code\":\"" + code + "\",\"message\":\"");
  }
}
