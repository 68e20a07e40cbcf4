package io.cornerstore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.ServerArguments;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The modules up to intake, on real databases. */
public final class IntakeServer implements AutoCloseable {

  private static final Actor MACHINE = new Actor.Machine("resolver");

  private final DatabasePair databases;
  private final boolean owns;
  private final ConfigurableApplicationContext context;

  private IntakeServer(
      DatabasePair databases, boolean owns, ConfigurableApplicationContext context) {
    this.databases = databases;
    this.owns = owns;
    this.context = context;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan({
    "io.cornerstore.kernel",
    "io.cornerstore.audit",
    "io.cornerstore.access",
    "io.cornerstore.vault",
    "io.cornerstore.intake"
  })
  static class Modules {}

  /** On databases of its own. */
  public static IntakeServer start() {
    return start(Databases.fresh(), true, ServerArguments.newRootKeyFile());
  }

  /** A process on databases another owns. */
  public static IntakeServer startOn(DatabasePair databases, Path rootKeyFile) {
    return start(databases, false, rootKeyFile);
  }

  private static IntakeServer start(DatabasePair databases, boolean owns, Path rootKeyFile) {
    return new IntakeServer(
        databases,
        owns,
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.NONE)
            .run(
                ServerArguments.of(
                    databases,
                    rootKeyFile,
                    "spring.flyway.locations=classpath:db/migration/audit,classpath:db/migration/access,"
                        + "classpath:db/migration/intake")));
  }

  /** The bean of that type. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Imports these files or folders. */
  public ImportReport run(Path... paths) {
    return bean(FeedImport.class).run(ImportRequest.of(paths), _ -> {});
  }

  /** Imports what makes one feed. */
  public FeedReport importOne(Path... paths) {
    List<FeedReport> feeds = run(paths).feeds();
    assertThat(feeds).hasSize(1);
    return feeds.getFirst();
  }

  /** The whole log, opened. */
  public List<OpenedRecord> log() {
    return permitted(permit ->
        bean(SourceRecords.class)
            .after(io.cornerstore.kernel.SourceRecordId.NONE, 100_000, permit)
            .records());
  }

  /** Entries of a source, opened. */
  public List<OpenedRecord> log(String source) {
    return log().stream().filter(opened -> opened.record().source().code().equals(source)).toList();
  }

  /** Runs with a permit, in a transaction. */
  public <T> T permitted(Function<UnsealPermit, T> work) {
    return Objects.requireNonNull(
        bean(TransactionTemplate.class)
            .execute(_ ->
                work.apply(
                    bean(UnsealPermits.class)
                        .grant(MACHINE, AccessPurpose.OPERATION, "test", List.of("test")))));
  }

  /** How many rows a table has. */
  public long count(String table) {
    return bean(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
  }

  /** The databases it runs on. */
  public DatabasePair databases() {
    return databases;
  }

  @Override
  public void close() {
    context.close();
    if (owns) {
      databases.close();
    }
  }
}
