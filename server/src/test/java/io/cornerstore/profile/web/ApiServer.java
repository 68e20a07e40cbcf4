package io.cornerstore.profile.web;

import io.cornerstore.ServerArguments;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Intake;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The server with its web side on a free port, on databases of its own. */
final class ApiServer implements AutoCloseable {

  private final DatabasePair databases;
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String key;

  /** Everything; the screens too, for they explain the problems to people. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan({
    "io.cornerstore.kernel",
    "io.cornerstore.audit",
    "io.cornerstore.access",
    "io.cornerstore.vault",
    "io.cornerstore.intake",
    "io.cornerstore.identity",
    "io.cornerstore.profile",
    "io.cornerstore.delivery",
    "io.cornerstore.console",
    "io.cornerstore.operations"
  })
  static class Modules {}

  private ApiServer(DatabasePair databases, ConfigurableApplicationContext context) {
    this.databases = databases;
    this.context = context;
    this.key = issue("steward", ApiScope.SERVICE, ApiScope.STEWARDSHIP, ApiScope.PRIVACY);
  }

  static ApiServer start() {
    DatabasePair databases = Databases.fresh();
    return new ApiServer(
        databases,
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.SERVLET)
            .run(ServerArguments.of(databases, ServerArguments.newRootKeyFile(), "server.port=0")));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** The secret of a new key. */
  String issue(String name, ApiScope... scopes) {
    return bean(ApiKeys.class).issue(new Actor.Machine("test"), name, null, Set.of(scopes));
  }

  /** Takes the events in and resolves them. */
  void submit(List<IncomingEvent> events) throws InterruptedException {
    bean(Intake.class).submit(events);
    bean(Resolver.class).catchUp(_ -> {});
    bean(GoldenRecords.class).catchUp(_ -> {});
  }

  /** As the steward's key, for stewardship. */
  HttpResponse<String> get(String path) {
    return send("GET", path, null, Map.of("X-Purpose", "stewardship"));
  }

  /** The same with a body. */
  HttpResponse<String> post(String path, String body, @Nullable String idempotencyKey) {
    return send(
        "POST",
        path,
        body,
        idempotencyKey == null
            ? Map.of("X-Purpose", "stewardship", "Content-Type", "application/json")
            : Map.of(
                "X-Purpose",
                "stewardship",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                idempotencyKey));
  }

  HttpResponse<String> send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!headers.containsKey("Authorization")) {
      request.header("Authorization", "Bearer " + key);
    }
    headers.forEach((name, value) -> {
      if (!value.isEmpty()) {
        request.header(name, value);
      }
    });
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public void close() {
    client.close();
    context.close();
    databases.close();
  }
}
