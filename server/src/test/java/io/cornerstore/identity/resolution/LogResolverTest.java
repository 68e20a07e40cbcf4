package io.cornerstore.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.CustomersChangedInBulk;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.IdentitySettings;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.MemoryLog;
import io.cornerstore.identity.People;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogResolverTest {

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

  private SubjectId ada(String source, String key) {
    return People.ada(world.log.about(source, key)).add();
  }

  @Test
  void catchUp_samePersonInTwoSources_isOneCustomer() throws Exception {
    SubjectId crm = ada("crm", "1");
    SubjectId web = ada("web", "77");
    SubjectId other = world.log.about("web", "78").named("Bertram", "Oak").born("1951-01-02").add();

    world.resolve();

    assertThat(world.partition()).isEqualTo(Set.of(Set.of(crm, web), Set.of(other)));
    assertThat(world.customers.count()).isEqualTo(2);
    assertThat(world.process().resolver().ready()).isTrue();
    assertThat(world.published()).hasOnlyElementsOfType(CustomerFormed.class).hasSize(2);
  }

  @Test
  void catchUp_subjectWithNoValueAtAll_isACustomer_anonymousIsNot() throws Exception {
    SubjectId bare = world.log.about("shop", "12346").add();
    SubjectId anonymous = world.log.about("shop", "till").kind(SubjectKind.ANONYMOUS).add();

    world.resolve();

    assertThat(world.customers.current(List.of(bare, anonymous))).containsOnlyKeys(bare);
  }

  @Test
  void catchUp_organization_isACustomerOfItsKind() throws Exception {
    SubjectId shop =
        world
            .log
            .about("crm", "s1")
            .kind(SubjectKind.ORGANIZATION)
            .with(PersonalField.ORGANIZATION, "Quill Bicycles")
            .add();

    world.resolve();

    assertThat(world.customers.find(world.customerOf(shop)).map(Customer::kind))
        .contains(CustomerKind.ORGANIZATION);
  }

  @Test
  void catchUp_inBatchAndOneByOne_givesTheSamePartition() throws Exception {
    startWith(IdentityWorld.FROZEN);
    People.crowd(world.log, 120, 5);
    List<OpenedRecord> entries = world.log.entries();
    Set<Set<SubjectId>> single;
    try (IdentityWorld slow = IdentityWorld.frozen()) {
      for (OpenedRecord entry : entries) {
        slow.log.append(entry);
        slow.resolve();
      }
      single = slow.partition();
    }
    world.resolve();

    assertThat(world.partition()).isEqualTo(single);
    assertThat(single.size()).isLessThan(entries.size()).isGreaterThan(100);
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
  void catchUp_moreRecordsOfTheSamePeople_keepsTheirIds() throws Exception {
    SubjectId crm = ada("crm", "1");
    SubjectId oak = world.log.about("crm", "2").named("Bertram", "Oak").born("1951-01-02").add();
    world.resolve();
    CustomerId ada = world.customerOf(crm);
    CustomerId bertram = world.customerOf(oak);

    ada("web", "77");
    world.restart();
    world.resolve();

    assertThat(world.customerOf(crm)).isEqualTo(ada);
    assertThat(world.customerOf(MemoryLog.subject("web", "77"))).isEqualTo(ada);
    assertThat(world.customerOf(oak)).isEqualTo(bertram);
  }

  @Test
  void catchUp_evidenceThatJoinsTwoCustomers_mergesThemAndRecordsIt() throws Exception {
    SubjectId crm = ada("crm", "1");
    SubjectId web =
        world
            .log
            .about("web", "77")
            .mail("ada.quill@example.org")
            .phone("+12025550101")
            .named("Zoe", "Elm")
            .born("1999-09-09")
            .add();
    world.resolve();
    CustomerId older = world.customerOf(crm);
    CustomerId younger = world.customerOf(web);
    assertThat(older).isNotEqualTo(younger);

    world
        .log
        .about("web", "77")
        .named("Ada", "Quill")
        .born("1980-05-17")
        .mail("ada.quill@example.org")
        .at("1 High Street", "Exampleton", "EX1 1AA")
        .add();
    world.resolve();

    assertThat(world.customerOf(web)).isEqualTo(older);
    assertThat(world.customers.find(younger).map(Customer::id)).contains(older);
    assertThat(world.stewardship().history(older))
        .singleElement()
        .satisfies(decision -> {
          assertThat(decision.type()).isEqualTo(Decision.Type.MERGE);
          assertThat(decision.actor()).isEqualTo("machine:resolver");
          assertThat(decision.moves()).containsExactly(new Decision.Move(web, younger, older));
        });
    Customer ended =
        world.customers.changedAfter(0, 100).stream()
            .filter(customer -> customer.id().equals(younger))
            .findFirst()
            .orElseThrow();
    assertThat(ended.subjects()).isEmpty();
  }

  @Test
  void catchUp_interactionOfAKnownCustomer_givesItANewVersion() throws Exception {
    SubjectId crm = ada("crm", "1");
    world.resolve();
    long before = world.customers.find(world.customerOf(crm)).orElseThrow().version();

    world.log.about("crm", "1").add();
    world.resolve();

    assertThat(world.customers.changedAfter(before, 10))
        .extracting(Customer::id)
        .containsExactly(world.customerOf(crm));
  }

  @Test
  void catchUp_familyAtOneAddress_staysApartAndIsAHousehold() throws Exception {
    SubjectId ada = ada("crm", "1");
    SubjectId ben =
        world
            .log
            .about("crm", "2")
            .named("Ben", "Quill")
            .born("1978-02-03")
            .phone("+12025550101")
            .at("1 High Street", "Exampleton", "EX1 1AA")
            .add();
    SubjectId cleo =
        world
            .log
            .about("web", "3")
            .named("Cleo", "Quill")
            .born("2009-12-24")
            .phone("+12025550101")
            .at("1 High Street", "Exampleton", "EX1 1AA")
            .add();

    world.resolve();

    assertThat(world.partition()).isEqualTo(Set.of(Set.of(ada), Set.of(ben), Set.of(cleo)));
    var home = world.households().of(world.customerOf(ada)).orElseThrow();
    assertThat(home.members())
        .containsExactlyInAnyOrder(
            world.customerOf(ada), world.customerOf(ben), world.customerOf(cleo));
    assertThat(home.reasons()).contains("address");

    world
        .log
        .about("web", "4")
        .named("Dan", "Quill")
        .born("2012-01-05")
        .at("1 High Street", "Exampleton", "EX1 1AA")
        .add();
    world.resolve();
    assertThat(world.households().of(world.customerOf(ada)).orElseThrow().id())
        .isEqualTo(home.id());
    assertThat(world.households().of(world.customerOf(ada)).orElseThrow().members()).hasSize(4);
  }

  @Test
  void catchUp_boughtInRecordBetweenTwoCustomers_isNoBridge() throws Exception {
    SubjectId one =
        world.log.about("crm", "1").named("Ada", "Quill").mail("ada.quill@example.org").add();
    SubjectId two =
        world
            .log
            .about("web", "2")
            .named("Ada", "Quill")
            .phone("+12025550101")
            .born("1980-05-17")
            .at("1 High Street", "Exampleton", "EX1 1AA")
            .add();
    world.resolve();
    Set<Set<SubjectId>> before = world.partition();
    SubjectId bought = People.ada(world.log.about("list", "9").thirdParty()).add();

    world.resolve();

    boolean apart = before.size() == 2;
    assertThat(world.customerOf(one).equals(world.customerOf(two))).isEqualTo(!apart);
    assertThat(world.customers.current(List.of(bought))).hasSize(1);
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
    SubjectId crm = ada("crm", "1");
    world.resolve();
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    SubjectId web = ada("web", "77");
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
  void catchUp_subjectWhoseKeyIsGone_isDropped() throws Exception {
    SubjectId crm = ada("crm", "1");
    world.resolve();
    world.shred(Set.of(crm));

    world.restart();
    world.resolve();

    assertThat(world.process().resident().size()).isZero();
    assertThat(world.process().resolver().ready()).isTrue();
  }

  @Test
  void erase_oneOfTwo_leavesTheOtherAndNothingOfTheOne() throws Exception {
    SubjectId crm = ada("crm", "1");
    SubjectId web = ada("web", "77");
    world.resolve();

    world.erase(Set.of(web));
    world.resolve();

    assertThat(world.partition()).isEqualTo(Set.of(Set.of(crm)));
    assertThat(world.process().resident().size()).isEqualTo(1);
    world.erase(Set.of(crm));
    world.resolve();
    assertThat(world.customers.count()).isZero();
    assertThat(world.process().resident().size()).isZero();
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
    ada("crm", "later");
    second.resolver().catchUp(_ -> {});
    ada("web", "later");
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
