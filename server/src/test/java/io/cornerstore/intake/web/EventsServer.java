package io.cornerstore.intake.web;

import io.cornerstore.ServerArguments;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.IntakeBusyException;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.intake.SubmitResult;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** The modules up to intake behind a web server on a free port, on real databases. */
final class EventsServer implements AutoCloseable {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");
  static final String PAGE = "https://shop.example.org";

  private final ConfigurableApplicationContext context;

  private EventsServer(ConfigurableApplicationContext context) {
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
  static class Modules {
    @Bean
    @Primary
    Gate gate(@Qualifier("intake") Intake intake) {
      return new Gate(intake);
    }
  }

  /** The intake with a gate in front that a test may close. */
  static final class Gate implements Intake {

    private final Intake behind;
    private volatile boolean busy;
    private volatile boolean broken;

    Gate(Intake behind) {
      this.behind = behind;
    }

    @Override
    public void admit() {
      if (busy) {
        throw new IntakeBusyException(Duration.ofMillis(1_200));
      }
      behind.admit();
    }

    @Override
    public List<SubmitResult> submit(List<IncomingEvent> events) {
      if (broken) {
        throw new IllegalStateException("the database is gone");
      }
      return behind.submit(events);
    }

    void set(boolean isBusy, boolean isBroken) {
      busy = isBusy;
      broken = isBroken;
    }
  }

  static EventsServer start(DatabasePair databases, Path rootKeyFile) {
    return new EventsServer(
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.SERVLET)
            .run(
                ServerArguments.of(
                    databases,
                    rootKeyFile,
                    "cornerstore.events.allowed-origins=" + PAGE,
                    "cornerstore.events.currency=EUR",
                    "server.port=0",
                    "spring.flyway.locations=classpath:db/migration/audit,classpath:db/migration/access,"
                        + "classpath:db/migration/intake")));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  String key(String name, SourceSystem source, ApiScope scope) {
    return bean(ApiKeys.class).issue(LAUNCHER, name, source, Set.of(scope));
  }

  void disable(String name) {
    bean(ApiKeys.class).disable(LAUNCHER, name);
  }

  /** As at the begin of its end. */
  void beginToStop() {
    bean(Stopping.class).onApplicationEvent(new ContextClosedEvent(context));
  }

  /** Entries of a source, opened. */
  List<OpenedRecord> log(String source) {
    return permitted(permit ->
        bean(SourceRecords.class).after(SourceRecordId.NONE, 100_000, permit).records().stream()
            .filter(opened -> opened.record().source().code().equals(source))
            .toList());
  }

  <T> T permitted(Function<UnsealPermit, T> work) {
    return Objects.requireNonNull(
        bean(TransactionTemplate.class)
            .execute(_ ->
                work.apply(
                    bean(UnsealPermits.class)
                        .grant(LAUNCHER, AccessPurpose.OPERATION, "test", List.of("test")))));
  }

  @Override
  public void close() {
    context.close();
  }
}
