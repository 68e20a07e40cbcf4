package io.cornerstore.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.MemoryLog;
import io.cornerstore.identity.People;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who becomes one customer, and who does not. */
class LogResolverTest {

  private final IdentityWorld world = IdentityWorld.frozen();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void catchUp_samePersonInTwoSources_isOneCustomer() throws Exception {
    SubjectId crm = world.ada("crm", "1");
    SubjectId web = world.ada("web", "77");
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
  void catchUp_moreRecordsOfTheSamePeople_keepsTheirIds() throws Exception {
    SubjectId crm = world.ada("crm", "1");
    SubjectId oak = world.log.about("crm", "2").named("Bertram", "Oak").born("1951-01-02").add();
    world.resolve();
    CustomerId ada = world.customerOf(crm);
    CustomerId bertram = world.customerOf(oak);

    world.ada("web", "77");
    world.restart();
    world.resolve();

    assertThat(world.customerOf(crm)).isEqualTo(ada);
    assertThat(world.customerOf(MemoryLog.subject("web", "77"))).isEqualTo(ada);
    assertThat(world.customerOf(oak)).isEqualTo(bertram);
  }

  @Test
  void catchUp_evidenceThatJoinsTwoCustomers_mergesThemAndRecordsIt() throws Exception {
    SubjectId crm = world.ada("crm", "1");
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
    SubjectId crm = world.ada("crm", "1");
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
    SubjectId ada = world.ada("crm", "1");
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
  void catchUp_subjectWhoseKeyIsGone_isDropped() throws Exception {
    SubjectId crm = world.ada("crm", "1");
    world.resolve();
    world.shred(Set.of(crm));

    world.restart();
    world.resolve();

    assertThat(world.process().resident().size()).isZero();
    assertThat(world.process().resolver().ready()).isTrue();
  }

  @Test
  void erase_oneOfTwo_leavesTheOtherAndNothingOfTheOne() throws Exception {
    SubjectId crm = world.ada("crm", "1");
    SubjectId web = world.ada("web", "77");
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
}
