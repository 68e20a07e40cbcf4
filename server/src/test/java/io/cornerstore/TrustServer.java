package io.cornerstore;

import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The lower modules (kernel, audit, access, vault) alone, on real databases of their own. */
public final class TrustServer implements AutoCloseable {

  private final DatabasePair databases;
  private final boolean ownsDatabases;
  private final ConfigurableApplicationContext context;

  private TrustServer(
      DatabasePair databases, boolean ownsDatabases, ConfigurableApplicationContext context) {
    this.databases = databases;
    this.ownsDatabases = ownsDatabases;
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan({
    "io.cornerstore.kernel",
    "io.cornerstore.audit",
    "io.cornerstore.access",
    "io.cornerstore.vault"
  })
  static class Modules {}

  /** Without web. */
  public static TrustServer start(String... properties) {
    return start(
        Databases.fresh(),
        true,
        WebApplicationType.NONE,
        ServerArguments.newRootKeyFile(),
        properties);
  }

  /** With web on a free port; {@code more} are further configurations, such as controllers. */
  public static TrustServer startWeb(Class<?>... more) {
    return start(
        Databases.fresh(),
        true,
        WebApplicationType.SERVLET,
        ServerArguments.newRootKeyFile(),
        new String[] {"server.port=0", "test.plain-pages=true"},
        more);
  }

  /** A second process on databases another owns. */
  public static TrustServer startOn(
      DatabasePair databases, Path rootKeyFile, String... properties) {
    return start(databases, false, WebApplicationType.NONE, rootKeyFile, properties);
  }

  private static TrustServer start(
      DatabasePair databases,
      boolean owns,
      WebApplicationType type,
      Path rootKeyFile,
      String[] properties,
      Class<?>... more) {
    List<String> settings = new ArrayList<>(List.of(properties));
    settings.add(
        "spring.flyway.locations=classpath:db/migration/audit,classpath:db/migration/access");
    List<Class<?>> sources = new ArrayList<>(List.of(more));
    sources.add(Modules.class);
    var context =
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .web(type)
            .run(ServerArguments.of(databases, rootKeyFile, settings.toArray(String[]::new)));
    return new TrustServer(databases, owns, context);
  }

  /** The bean of that type. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Transactions on the main database. */
  public TransactionTemplate transactions() {
    return bean(TransactionTemplate.class);
  }

  /** The databases it runs on. */
  public DatabasePair databases() {
    return databases;
  }

  /** The port of the web server. */
  public int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public void close() {
    context.close();
    if (ownsDatabases) {
      databases.close();
    }
  }
}
