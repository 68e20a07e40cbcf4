package io.cornerstore;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All modules, on databases of their own. */
public final class WholeServer implements AutoCloseable {

  private final DatabasePair databases;
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private WholeServer(DatabasePair databases, ConfigurableApplicationContext context) {
    this.databases = databases;
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {
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
      },
      resourcePattern = "**/*Configuration.class")
  static class Modules {}

  /** Without web. */
  public static WholeServer start(String... properties) {
    return start(ServerArguments.newRootKeyFile(), WebApplicationType.NONE, properties);
  }

  /** Without web, under this root key: equal texts have equal hashes in both. */
  public static WholeServer startUnder(Path rootKeyFile, String... properties) {
    return start(rootKeyFile, WebApplicationType.NONE, properties);
  }

  /** With web on a free port. */
  public static WholeServer startWeb(String... properties) {
    List<String> all = new ArrayList<>(List.of(properties));
    all.add("server.port=0");
    return start(
        ServerArguments.newRootKeyFile(), WebApplicationType.SERVLET, all.toArray(String[]::new));
  }

  private static WholeServer start(
      Path rootKeyFile, WebApplicationType type, String... properties) {
    DatabasePair databases = Databases.fresh();
    return new WholeServer(
        databases,
        new SpringApplicationBuilder(Modules.class)
            .web(type)
            .run(ServerArguments.of(databases, rootKeyFile, properties)));
  }

  /** The bean of that type. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The main database. */
  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** Imports these files or folders. */
  public ImportReport run(Path... paths) {
    return bean(FeedImport.class).run(ImportRequest.of(paths), _ -> {});
  }

  /** Works out who is who and the golden records. */
  public void resolve() {
    try {
      bean(Resolver.class).catchUp(_ -> {});
      bean(GoldenRecords.class).catchUp(_ -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs with a permit, in a transaction. */
  public <T> T permitted(Function<UnsealPermit, T> work) {
    return Objects.requireNonNull(
        bean(TransactionTemplate.class)
            .execute(_ ->
                work.apply(
                    bean(UnsealPermits.class)
                        .grant(
                            new Actor.Machine("resolver"),
                            AccessPurpose.OPERATION,
                            "test",
                            List.of("test")))));
  }

  /** The secret of a new key. */
  public String key(String name, @Nullable String source, ApiScope... scopes) {
    return bean(ApiKeys.class)
        .issue(
            new Actor.Machine("test"),
            name,
            source == null ? null : new SourceSystem(source),
            Set.of(scopes));
  }

  /** Where its web side listens. */
  public URI address(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** One request; the answer's body as text. */
  public HttpResponse<String> send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    context.close();
    databases.close();
  }
}
