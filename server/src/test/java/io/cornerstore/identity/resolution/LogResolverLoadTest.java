package io.cornerstore.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomersChangedInBulk;
import io.cornerstore.identity.IdentitySettings;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.MemoryLog;
import io.cornerstore.identity.People;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loads in bulk, again after a restart, after a failure, and beside others. */
class LogResolverLoadTest {

  private static final IdentitySettings BULK =
      new IdentitySettings(200, 100, 0.2, 300, 4, Duration.ofMillis(10));

  private IdentityWorld world = IdentityWorld.frozen();

  @AfterEach
  void close() {
    world.close();
  }

  private void startWith(IdentitySettings settings) {
    world.close();
    world = IdentityWorld.with(settings);
  }

  @Test
  void catchUp_largeLoad_trainsOnceAndLinksOnce() throws Exception {
    startWith(BULK);
    People.crowd(world.log, 500, 6);
    List<String> stages = new ArrayList<>();

    world.process().resolver().catchUp(progress -> stages.add(progress.stage()));

    assertThat(stages).containsSubsequence("read", "read", "train", "link", "write");
    assertThat(stages.stream().filter("link"::equals)).hasSize(1);
    assertThat(world.customers.count()).isBetween(480L, 520L);
    assertThat(world.jdbc.sql("select count(*) from identity.model").query(Long.class).single())
        .isEqualTo(1);
    assertThat(world.published()).isNotEmpty().allMatch(CustomersChangedInBulk.class::isInstance);
  }

  @Test
  void catchUp_modelStoredByAnOlderVersion_isTrainedAnew() throws Exception {
    startWith(BULK);
    People.crowd(world.log, 500, 6);
    world.resolve();
    long customers = world.customers.count();
    world
        .jdbc
        .sql("update identity.model set body = regexp_replace(body, 'model \\d+', 'model 1')")
        .update();

    world.newProcess(BULK).resolver().catchUp(_ -> {});

    assertThat(
            world
                .jdbc
                .sql("select split_part(body, chr(10), 1) from identity.model order by number")
                .query(String.class)
                .list())
        .hasSize(2)
        .first()
        .isEqualTo("cornerstore-linkage-model 1");
    assertThat(world.customers.count()).isEqualTo(customers);
  }

  @Test
  void catchUp_againAndAfterRestart_changesNothing() throws Exception {
    startWith(BULK);
    People.crowd(world.log, 300, 7);
    world.resolve();
    Map<CustomerId, Set<SubjectId>> before = world.assignments();

    world.resolve();
    world.restart();
    world.resolve();

    assertThat(world.assignments()).isEqualTo(before);
    assertThat(world.process().resident().size())
        .isEqualTo(before.values().stream().mapToInt(Set::size).sum());
  }

  @Test
  void catchUp_killedBetweenLoadAndLink_losesNothing() throws Exception {
    startWith(BULK);
    People.crowd(world.log, 400, 8);

    assertThatThrownBy(() ->
            world
                .process()
                .resolver()
                .catchUp(progress -> {
                  if (progress.stage().equals("link")) {
                    throw new IllegalStateException("killed");
                  }
                }))
        .hasMessage("killed");
    assertThat(world.customers.count()).isZero();
    world.restart();
    world.resolve();

    assertThat(world.assignments().values().stream().mapToInt(Set::size).sum())
        .isEqualTo(subjects().size());
  }

  @Test
  void catchUp_failureInsideTheTransaction_isAsIfItHadNotBegun() throws Exception {
    SubjectId crm = world.ada("crm", "1");
    world.resolve();
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    SubjectId web = world.ada("web", "77");
    world.log.about("web", "78").named("Bertram", "Oak").born("1951-01-02").add();
    AtomicInteger failures = new AtomicInteger();
    world.onEvent(_ -> {
      if (failures.incrementAndGet() == 1) {
        throw new IllegalStateException("injected");
      }
    });

    assertThatThrownBy(() -> world.resolve()).hasMessage("injected");
    assertThat(world.assignments()).isEqualTo(before);
    assertThat(world.process().resolver().ready()).isFalse();
    world.resolve();

    assertThat(world.customerOf(web)).isEqualTo(world.customerOf(crm));
    assertThat(world.process().resident().size()).isEqualTo(3);
  }

  @Test
  void catchUp_twoProcesses_oneWorksAndBothKnow() throws Exception {
    People.crowd(world.log, 150, 9);
    IdentityWorld.Replica second = world.newProcess(IdentityWorld.FROZEN);
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                second.resolver().catchUp(_ -> {});
              } catch (InterruptedException | RuntimeException e) {
                failures.add(e);
              }
            });
    world.resolve();
    thread.join();

    assertThat(failures).isEmpty();
    assertThat(world.assignments().values().stream().mapToInt(Set::size).sum())
        .isEqualTo(subjects().size());
    world.ada("crm", "later");
    second.resolver().catchUp(_ -> {});
    world.ada("web", "later");
    world.resolve();
    assertThat(world.customerOf(MemoryLog.subject("crm", "later")))
        .isEqualTo(world.customerOf(MemoryLog.subject("web", "later")));
  }

  @Test
  void changedAfter_whileOthersWrite_neverSkips() throws Exception {
    IdentitySettings small =
        new IdentitySettings(20, 5_000, 0.2, Integer.MAX_VALUE, 4, Duration.ofMillis(1));
    startWith(small);
    People.crowd(world.log, 300, 10);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                world.resolve();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Map<CustomerId, Customer> followed = new java.util.HashMap<>();
    long version = 0;
    boolean last = false;
    while (true) {
      boolean ended = !writer.isAlive();
      List<Customer> changes = world.customers.changedAfter(version, 7);
      for (Customer customer : changes) {
        assertThat(customer.version()).isGreaterThan(version);
        version = customer.version();
        followed.put(customer.id(), customer);
      }
      if (ended && changes.isEmpty()) {
        if (last) {
          break;
        }
        last = true;
      }
    }
    followed.values().removeIf(customer -> customer.subjects().isEmpty());
    Map<CustomerId, Set<SubjectId>> seen = new java.util.TreeMap<>();
    followed.forEach((id, customer) -> seen.put(id, Set.copyOf(customer.subjects())));

    assertThat(seen).isEqualTo(world.assignments());
  }

  private Set<SubjectId> subjects() {
    return world.log.entries().stream()
        .map(opened -> opened.record().subject())
        .collect(java.util.stream.Collectors.toSet());
  }
}
