package io.cornerstore.profile;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.golden.GoldenRecordPump;
import io.cornerstore.profile.golden.GoldenStore;
import io.cornerstore.profile.history.Zones;
import io.cornerstore.profile.survivorship.Survivorship;
import io.cornerstore.profile.survivorship.SurvivorshipRule;
import io.cornerstore.profile.view.Views;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.vault.HandedPermits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The profile module on real PostgreSQL with the real audit trail and policy; customers and records
 * in memory.
 */
public final class ProfileFixture implements AutoCloseable {

  /** Serves customers. */
  public static final Actor CLERK =
      new Actor.Staff(new UUID(3, 1), "Kim Clerk", Set.of(Role.SERVICE));

  /** Knows behaviour. */
  public static final Actor MARKETER =
      new Actor.Staff(new UUID(3, 2), "Max Market", Set.of(Role.MARKETER));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);

  private final DatabasePair databases;
  private final AnnotationConfigApplicationContext context;
  private final MemoryCustomers customers = new MemoryCustomers();
  private final MemoryRecords records = new MemoryRecords();
  private final List<Object> events = new ArrayList<>();
  private final Profiles profiles;
  private final Previews previews;
  private final GoldenRecordPump pump;

  /** Not a configuration, so that no component scan of another test finds it. */
  @EnableTransactionManagement
  static class Beans {
    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  private ProfileFixture(DatabasePair databases) {
    this.databases = databases;
    var source =
        new DriverManagerDataSource(
            databases.main().jdbcUrl(), databases.main().user(), databases.main().password());
    var manager = new JdbcTransactionManager(source);
    context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(JdbcTransactionManager.class, () -> manager);
    context.register(Beans.class);
    context.scan("io.cornerstore.audit");
    context.refresh();
    AuditTrail audit = context.getBean(AuditTrail.class);
    AccessPolicy policy = new OpenToRoles();
    Survivorship survivorship = new Survivorship(SurvivorshipRule.DEFAULTS);
    GoldenStore store = new GoldenStore(context.getBean(JdbcClient.class));
    TransactionTemplate transactions = new TransactionTemplate(manager);
    var sources = new CustomerProfiles.Sources(customers, customers, records, store);
    var guards = new CustomerProfiles.Guards(policy, new HandedPermits(policy, audit), audit);
    Views views = new Views(records, survivorship, new Zones(ZoneOffset.UTC), CLOCK);
    profiles = new CustomerProfiles(sources, guards, views, transactions);
    previews = new OpenedPreviews(sources, guards, views, transactions);
    pump =
        new GoldenRecordPump(
            new GoldenRecordPump.Feeds(customers, records),
            store,
            survivorship,
            transactions,
            events::add,
            CLOCK);
  }

  /** On a database of its own. */
  public static ProfileFixture open() {
    return new ProfileFixture(
        Databases.fastPair(
            "profile",
            pair ->
                Flyway.configure()
                    .dataSource(pair.main().jdbcUrl(), pair.main().user(), pair.main().password())
                    .locations("classpath:db/migration/audit", "classpath:db/migration/profile")
                    .defaultSchema("cornerstore")
                    .createSchemas(true)
                    .load()
                    .migrate()));
  }

  /** The customers to set up. */
  public MemoryCustomers customers() {
    return customers;
  }

  /** The records to set up. */
  public MemoryRecords records() {
    return records;
  }

  /** The face under test. */
  public Profiles profiles() {
    return profiles;
  }

  /** Views of what could be. */
  public Previews previews() {
    return previews;
  }

  /** The pump under test. */
  public GoldenRecordPump pump() {
    return pump;
  }

  /** What was published. */
  public List<Object> events() {
    return events;
  }

  /** For looking into the tables. */
  public JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  /** The stored golden records. */
  public GoldenStore store() {
    return new GoldenStore(jdbc());
  }

  /** How many readings are recorded. */
  public long auditRows() {
    return jdbc().sql("select count(*) from audit.entry").query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
    databases.close();
  }

  /** Clerks see all for service, marketers the country for analysis; nobody else anything. */
  private static final class OpenToRoles implements AccessPolicy {

    @Override
    public void require(Actor actor, AccessPurpose purpose) {
      boolean may =
          (actor.equals(CLERK) && purpose.equals(AccessPurpose.SERVICE))
              || (actor.equals(MARKETER) && purpose.equals(AccessPurpose.ANALYSIS));
      if (!may) {
        throw new AccessDeniedProblem("not for this purpose");
      }
    }

    @Override
    public FieldSet opens(Actor actor, AccessPurpose purpose) {
      return actor.equals(CLERK) ? new FieldSet(-1) : FieldSet.of(List.of(PersonalField.COUNTRY));
    }

    @Override
    public void requireRole(Actor actor, Role role) {
      throw new AccessDeniedProblem("no roles here");
    }
  }
}
