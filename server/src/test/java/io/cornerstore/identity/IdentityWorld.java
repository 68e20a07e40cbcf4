package io.cornerstore.identity;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.DecisionRows;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.enquiry.SqlCustomers;
import io.cornerstore.identity.enquiry.StoredHouseholds;
import io.cornerstore.identity.enquiry.WaterfallExplanations;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.identity.resolution.Database;
import io.cornerstore.identity.resolution.LogResolver;
import io.cornerstore.identity.resolution.Publication;
import io.cornerstore.identity.resolution.Resolution;
import io.cornerstore.identity.resolution.StoredModelDesk;
import io.cornerstore.identity.review.RankedDoubts;
import io.cornerstore.identity.review.StoredReviewQueue;
import io.cornerstore.identity.stewardship.IdentityHolder;
import io.cornerstore.identity.stewardship.RecordedStewardship;
import io.cornerstore.identity.stewardship.StandingCustomers;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import io.cornerstore.vault.TestPermits;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Identity over real PostgreSQL, with a log and a vault in memory. */
public final class IdentityWorld implements AutoCloseable {

  /** Who decides in tests. */
  public static final Actor STEWARD =
      new Actor.Staff(new UUID(0, 1), "Stew Ward", Set.of(Role.STEWARD));

  /** Settings under which no model is trained: the same weights whatever the order. */
  public static final IdentitySettings FROZEN =
      new IdentitySettings(500, 5_000, 0.2, Integer.MAX_VALUE, 4, Duration.ofMillis(10));

  private final DatabasePair pair;
  private final HikariDataSource pool;
  private final MemoryVault vault = new MemoryVault();
  private final List<Object> published = new ArrayList<>();
  private final List<AuditEntry> audited = new ArrayList<>();

  /** What everything reads. */
  public final MemoryLog log = new MemoryLog(vault);

  /** The main database. */
  public final JdbcClient jdbc;

  /** Customers as committed. */
  public final SqlCustomers customers;

  private final Database database;
  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), new Random(7));
  private Consumer<Object> onEvent = _ -> {};
  private Replica process;

  /** One process: what is lost when it ends. */
  public record Replica(ResidentSubjects resident, LogResolver resolver) {}

  private IdentityWorld(IdentitySettings settings) {
    pair =
        Databases.fastPair(
            "identity",
            empty ->
                Flyway.configure()
                    .dataSource(
                        empty.main().jdbcUrl(), empty.main().user(), empty.main().password())
                    .locations("classpath:db/migration/identity")
                    .defaultSchema("cornerstore")
                    .createSchemas(true)
                    .load()
                    .migrate());
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(pair.main().jdbcUrl());
    config.setUsername(pair.main().user());
    config.setPassword(pair.main().password());
    config.setMaximumPoolSize(8);
    pool = new HikariDataSource(config);
    jdbc = JdbcClient.create(pool);
    database = new Database(pool, jdbc, new DataSourceTransactionManager(pool), Clock.systemUTC());
    customers = new SqlCustomers(jdbc);
    process = newProcess(settings);
  }

  /** An empty world with a frozen model. */
  public static IdentityWorld frozen() {
    return new IdentityWorld(FROZEN);
  }

  /** An empty world. */
  public static IdentityWorld with(IdentitySettings settings) {
    return new IdentityWorld(settings);
  }

  /** Adds the person of {@link People#ada} once more, as that source knows her. */
  public SubjectId ada(String source, String key) {
    return People.ada(log.about(source, key)).add();
  }

  /** Another process over the same database. */
  public Replica newProcess(IdentitySettings settings) {
    ResidentSubjects resident = new ResidentSubjects();
    Resolution resolution =
        new Resolution(
            database,
            new Resolution.Sources(log, vault, new TestPermits()),
            resident,
            ids,
            publication(),
            settings);
    return new Replica(resident, new LogResolver(database, log, resident, resolution));
  }

  private Publication publication() {
    return new Publication(event -> {
      onEvent.accept(event);
      synchronized (published) {
        published.add(event);
      }
    });
  }

  /** The process that {@link #resolve} uses. */
  public Replica process() {
    return process;
  }

  /** Ends the process and starts another. */
  public void restart() {
    process = newProcess(FROZEN);
  }

  /** Runs at every event, inside the transaction; may throw. */
  public void onEvent(Consumer<Object> action) {
    onEvent = action;
  }

  /** Resolves all that is logged. */
  public void resolve() throws InterruptedException {
    process.resolver.catchUp(_ -> {});
  }

  /** Runs in a transaction. */
  public <T> T inTransaction(Supplier<T> action) {
    T result = new TransactionTemplate(database.transactions()).execute(_ -> action.get());
    return result;
  }

  /** Decisions of people, each in a transaction as the container would give it. */
  public Stewardship stewardship() {
    RecordedStewardship plain =
        new RecordedStewardship(
            new RecordedStewardship.Oversight(new StewardsOnly(), new ListedAudit()),
            new RecordedStewardship.Rows(
                new Head(jdbc),
                new StandingCustomers(jdbc, new AssignmentWriter(jdbc, pool)),
                new DecisionRows(jdbc, pool),
                new DecidedPairs(jdbc)),
            publication(),
            ids,
            Clock.systemUTC());
    return new Transactional(plain);
  }

  /** The doubtful cases; a call is a transaction of its own only where it writes. */
  public ReviewQueue reviewQueue() {
    return new StoredReviewQueue(
        new StewardsOnly(), stewardship(), log, jdbc, ids, Clock.systemUTC());
  }

  /** The customers that are perhaps several. */
  public DoubtfulCustomers doubtfulCustomers() {
    return new RankedDoubts(new StewardsOnly(), log, jdbc);
  }

  /** Models tried and used. */
  public ModelDesk modelDesk() {
    return new StoredModelDesk(
        new StewardsOnly(),
        new ListedAudit(),
        new Resolution.Sources(log, vault, new TestPermits()),
        database);
  }

  /** Why customers are what they are. */
  public Explanations explanations() {
    return new WaterfallExplanations(jdbc, customers, process.resident);
  }

  /** Who lives with whom. */
  public Households households() {
    return new StoredHouseholds(jdbc, process.resident);
  }

  /** Erases subjects as rights would. */
  public void erase(Collection<SubjectId> subjects) {
    vault.shred(subjects);
    inTransaction(() -> {
      new IdentityHolder(jdbc, new AssignmentWriter(jdbc, pool), Clock.systemUTC()).erase(subjects);
      return 0;
    });
  }

  /** Destroys keys, and nothing else. */
  public void shred(Collection<SubjectId> subjects) {
    vault.shred(subjects);
  }

  /** The customer of the subject. */
  public CustomerId customerOf(SubjectId subject) {
    CustomerId customer = customers.current(List.of(subject)).get(subject);
    if (customer == null) {
      throw new AssertionError("no customer for " + subject);
    }
    return customer;
  }

  /** All assignments: subjects by customer. */
  public Map<CustomerId, Set<SubjectId>> assignments() {
    Map<CustomerId, Set<SubjectId>> all = new TreeMap<>();
    inTransaction(() -> {
      customers.export(
          (subject, customer) -> all.computeIfAbsent(customer, _ -> new TreeSet<>()).add(subject));
      return 0;
    });
    return all;
  }

  /** The sets of subjects that are one customer, whatever its id. */
  public Set<Set<SubjectId>> partition() {
    return Set.copyOf(assignments().values());
  }

  /** What was published. */
  public List<Object> published() {
    synchronized (published) {
      return List.copyOf(published);
    }
  }

  /** What was audited. */
  public List<AuditEntry> audited() {
    return audited;
  }

  @Override
  public void close() {
    pool.close();
    pair.close();
  }

  private static final class StewardsOnly implements AccessPolicy {
    @Override
    public void require(Actor actor, AccessPurpose purpose) {
      if (actor instanceof Actor.Machine machine && !machine.purposes().contains(purpose)) {
        throw new AccessDeniedProblem("not for this purpose");
      }
    }

    @Override
    public FieldSet opens(Actor actor, AccessPurpose purpose) {
      return FieldSet.of(EnumSet.allOf(PersonalField.class));
    }

    @Override
    public void requireRole(Actor actor, Role role) {
      if (!(actor instanceof Actor.Staff staff && staff.roles().contains(role))) {
        throw new AccessDeniedProblem("not a " + role);
      }
    }
  }

  private final class ListedAudit implements AuditTrail {
    @Override
    public void append(AuditEntry entry) {
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new IllegalStateException("no transaction to join");
      }
      audited.add(entry);
    }

    @Override
    public Page<RecordedEntry> newest(@Nullable String cursor, int limit) {
      return new Page<>(List.of(), null);
    }

    @Override
    public List<RecordedEntry> about(List<String> concerns, int limit) {
      return List.of();
    }
  }

  private final class Transactional implements Stewardship {
    private final Stewardship plain;

    private Transactional(Stewardship plain) {
      this.plain = plain;
    }

    @Override
    public Decision merge(Actor actor, List<CustomerId> merged, String reason) {
      return inTransaction(() -> plain.merge(actor, merged, reason));
    }

    @Override
    public Decision split(
        Actor actor, CustomerId customer, Set<SubjectId> subjects, String reason) {
      return inTransaction(() -> plain.split(actor, customer, subjects, reason));
    }

    @Override
    public Decision keepApart(Actor actor, CustomerId one, CustomerId other, String reason) {
      return inTransaction(() -> plain.keepApart(actor, one, other, reason));
    }

    @Override
    public Decision keepTogether(
        Actor actor, CustomerId customer, Set<SubjectId> seen, String reason) {
      return inTransaction(() -> plain.keepTogether(actor, customer, seen, reason));
    }

    @Override
    public Decision undo(Actor actor, UUID decision, String reason) {
      return inTransaction(() -> plain.undo(actor, decision, reason));
    }

    @Override
    public List<Decision> history(CustomerId customer) {
      return inTransaction(() -> plain.history(customer));
    }
  }
}
