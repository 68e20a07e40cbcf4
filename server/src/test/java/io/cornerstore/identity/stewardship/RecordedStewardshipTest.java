package io.cornerstore.identity.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerSplit;
import io.cornerstore.identity.CustomersMerged;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.MemoryLog;
import io.cornerstore.identity.People;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedStewardshipTest {

  private final IdentityWorld world = IdentityWorld.frozen();
  private SubjectId ada = MemoryLog.subject("crm", "1");
  private SubjectId web = MemoryLog.subject("web", "77");
  private SubjectId oak = MemoryLog.subject("crm", "2");

  @BeforeEach
  void resolvePeople() throws InterruptedException {
    ada = world.ada("crm", "1");
    web = world.ada("web", "77");
    oak = world.log.about("crm", "2").named("Bertram", "Oak").born("1951-01-02").add();
    world.resolve();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Decision merge() {
    return world
        .stewardship()
        .merge(
            IdentityWorld.STEWARD,
            List.of(world.customerOf(ada), world.customerOf(oak)),
            "same person, checked by phone");
  }

  @Test
  void merge_twoCustomers_olderIdStaysAndEverythingIsRecorded() {
    CustomerId older = world.customerOf(ada);
    CustomerId younger = world.customerOf(oak);

    Decision decision = merge();

    CustomerId into = world.customerOf(oak);
    assertThat(into).isIn(older, younger).isEqualTo(world.customerOf(ada));
    assertThat(world.customers.find(older).map(Customer::id)).contains(into);
    assertThat(world.customers.find(younger).map(Customer::id)).contains(into);
    assertThat(world.stewardship().history(into)).containsExactly(decision);
    assertThat(world.audited())
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo("identity.merge"));
    assertThat(world.published()).hasAtLeastOneElementOfType(CustomersMerged.class);
  }

  @Test
  void merge_thenResolvedAgainAndRestarted_staysMerged() throws Exception {
    merge();
    Map<CustomerId, Set<SubjectId>> merged = world.assignments();

    world.resolve();
    world.restart();
    world.log.about("crm", "2").named("Bertram", "Oak").mail("b.oak@example.org").add();
    world.resolve();

    assertThat(world.assignments()).isEqualTo(merged);
    assertThat(world.explanations().of(world.customerOf(oak)).edges())
        .anyMatch(edge -> edge.decided());
  }

  @Test
  void undo_ofMergeAfterNewInteractions_isTheStateBefore() throws Exception {
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    Decision decision = merge();
    world.resolve();
    world.log.about("crm", "2").mail("b.oak@example.org").add();
    world.resolve();

    Decision undo =
        world.stewardship().undo(IdentityWorld.STEWARD, decision.id(), "not the same after all");
    assertThat(world.assignments()).isEqualTo(before);
    world.resolve();

    assertThat(world.assignments()).isEqualTo(before);
    assertThat(world.stewardship().history(world.customerOf(oak)))
        .first()
        .satisfies(newest -> assertThat(newest.id()).isEqualTo(undo.id()));
    assertThatThrownBy(
            () -> world.stewardship().undo(IdentityWorld.STEWARD, decision.id(), "again"))
        .isInstanceOf(DecisionRefused.class);
  }

  @Test
  void split_ofWhatTheEngineLinks_outlivesRerunsRestartsAndNewRecords() throws Exception {
    CustomerId customer = world.customerOf(ada);
    assertThat(world.customerOf(web)).isEqualTo(customer);

    world.stewardship().split(IdentityWorld.STEWARD, customer, Set.of(web), "mother and daughter");
    world.resolve();
    world.restart();
    People.ada(world.log.about("web", "77")).mail("ada2@example.org").add();
    SubjectId third = world.ada("mail", "5");
    world.resolve();

    assertThat(world.customerOf(ada)).isEqualTo(customer);
    assertThat(world.customerOf(web)).isNotEqualTo(customer);
    assertThat(world.customerOf(third)).isIn(customer, world.customerOf(web));
    assertThat(world.published()).hasAtLeastOneElementOfType(CustomerSplit.class);
  }

  @Test
  void undo_ofAnAutomaticMerge_isNotRepeatedByTheEngine() throws Exception {
    SubjectId late = world.log.about("mail", "5").named("Zoe", "Elm").born("1999-09-09").add();
    world.resolve();
    CustomerId own = world.customerOf(late);
    world.ada("mail", "5");
    world.resolve();
    assertThat(world.customerOf(late)).isEqualTo(world.customerOf(ada));
    Decision automatic = world.stewardship().history(own).getFirst();

    world.stewardship().undo(IdentityWorld.STEWARD, automatic.id(), "two people");
    world.resolve();
    world.restart();
    world.resolve();

    assertThat(world.customerOf(late)).isEqualTo(own);
    assertThat(world.customerOf(ada)).isNotEqualTo(own);
  }

  @Test
  void decisions_byOthersOrWithoutReasonOrSense_areRefused() {
    CustomerId customer = world.customerOf(ada);
    List<CustomerId> both = List.of(customer, world.customerOf(oak));
    var stewardship = world.stewardship();

    assertThatThrownBy(() -> stewardship.merge(new Actor.Machine("bot"), both, "because"))
        .isInstanceOf(AccessDeniedProblem.class);
    assertThatThrownBy(() -> stewardship.merge(IdentityWorld.STEWARD, both, " "))
        .isInstanceOf(DecisionRefused.class);
    assertThatThrownBy(() -> stewardship.merge(IdentityWorld.STEWARD, List.of(customer), "x"))
        .isInstanceOf(DecisionRefused.class);
    assertThatThrownBy(() ->
            stewardship.split(IdentityWorld.STEWARD, customer, Set.of(ada, web), "everything"))
        .isInstanceOf(DecisionRefused.class);
    assertThat(world.audited()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void undoingEverything_afterRandomDecisionsAndInteractions_isTheStateBefore(long seed)
      throws Exception {
    People.crowd(world.log, 25, seed);
    world.resolve();
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    Random random = new Random(seed);
    Deque<Decision> stack = new ArrayDeque<>();
    List<SubjectId> subjects = before.values().stream().flatMap(Set::stream).sorted().toList();
    for (int step = 0; step < 14; step++) {
      decide(random, stack);
      if (random.nextInt(3) == 0) {
        SubjectId subject = subjects.get(random.nextInt(subjects.size()));
        world.log.entries().stream()
            .filter(opened -> opened.record().subject().equals(subject))
            .findFirst()
            .ifPresent(world.log::append);
      }
      if (random.nextBoolean()) {
        world.resolve();
      }
    }
    while (!stack.isEmpty()) {
      world.stewardship().undo(IdentityWorld.STEWARD, stack.pop().id(), "taken back");
      if (random.nextBoolean()) {
        world.resolve();
      }
    }
    world.resolve();

    Map<CustomerId, Set<SubjectId>> after = world.assignments();
    assertThat(changed(after, before)).isEmpty();
    assertThat(changed(before, after)).isEmpty();
    assertThat(
            world
                .jdbc
                .sql("select count(*) from identity.decided_pair where revoked_by is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static Map<CustomerId, Set<SubjectId>> changed(
      Map<CustomerId, Set<SubjectId>> now, Map<CustomerId, Set<SubjectId>> before) {
    Map<CustomerId, Set<SubjectId>> changed = new TreeMap<>(now);
    changed.entrySet().removeAll(before.entrySet());
    return changed;
  }

  private void decide(Random random, Deque<Decision> stack) {
    TreeMap<CustomerId, Set<SubjectId>> now = new TreeMap<>(world.assignments());
    List<CustomerId> ids = new ArrayList<>(now.keySet());
    CustomerId one = ids.get(random.nextInt(ids.size()));
    Set<SubjectId> members = now.get(one);
    int choice = random.nextInt(4);
    if (choice == 0 && !stack.isEmpty()) {
      world.stewardship().undo(IdentityWorld.STEWARD, stack.pop().id(), "taken back");
    } else if (choice == 1 && members != null && members.size() > 1) {
      Set<SubjectId> some = Set.of(members.iterator().next());
      stack.push(world.stewardship().split(IdentityWorld.STEWARD, one, some, "two people"));
    } else {
      CustomerId other = ids.get(random.nextInt(ids.size()));
      if (!other.equals(one)) {
        stack.push(
            world.stewardship().merge(IdentityWorld.STEWARD, List.of(one, other), "one person"));
      }
    }
  }
}
