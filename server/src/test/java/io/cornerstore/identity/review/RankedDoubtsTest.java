package io.cornerstore.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.Actor;
import io.cornerstore.access.Role;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.DoubtfulCustomer;
import io.cornerstore.identity.DoubtfulCustomers;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.People;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankedDoubtsTest {

  private static final int ALL = 1_000;

  private final IdentityWorld world = IdentityWorld.frozen();
  private DoubtfulCustomers doubtful = world.doubtfulCustomers();

  @BeforeEach
  void tangledPeople() throws InterruptedException {
    People.tangle(world.log, 150, 3, _ -> true);
    world.resolve();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<DoubtfulCustomer> open() {
    return doubtful.open(IdentityWorld.STEWARD, ALL);
  }

  private Decision keepTogether(CustomerId customer) {
    Set<SubjectId> seen = world.assignments().getOrDefault(customer, Set.of());
    return world
        .stewardship()
        .keepTogether(IdentityWorld.STEWARD, customer, seen, "seen by the test");
  }

  /* A new process over the same database, with every subject linked again. */
  private void relinkAll() throws InterruptedException {
    world.restart();
    world.jdbc.sql("update identity.head set linked_to = linked_to - 1").update();
    world.resolve();
    doubtful = world.doubtfulCustomers();
  }

  private boolean isListed(CustomerId customer) {
    return open().stream().anyMatch(one -> one.customer().equals(customer));
  }

  @Test
  void open_listsEveryCustomerInDoubt_thatWithMostAtStakeFirst() {
    List<DoubtfulCustomer> open = open();

    assertThat(open)
        .hasSizeGreaterThan(3)
        .isSortedAccordingTo(Comparator.comparingLong(DoubtfulCustomer::atStake).reversed());
    assertThat(doubtful.count(IdentityWorld.STEWARD)).isEqualTo(open.size());
    assertThat(open)
        .allSatisfy(one -> {
          assertThat(world.assignments().get(one.customer()))
              .containsExactlyInAnyOrderElementsOf(one.subjects());
          assertThat(one.apart()).isBetween(1, one.subjects().size() - 1);
          assertThat(one.atStake()).isBetween(1L, one.records() / 2);
          assertThat(one.crossing()).isPositive();
        });
  }

  @Test
  void keepTogether_leavesTheListAtOnce_andOutlivesReruns() throws Exception {
    CustomerId customer = open().getFirst().customer();
    Set<SubjectId> subjects = world.assignments().get(customer);

    Decision decision = keepTogether(customer);

    assertThat(decision.type()).isEqualTo(Decision.Type.TOGETHER);
    assertThat(isListed(customer)).isFalse();
    world.resolve();
    assertThat(isListed(customer)).isFalse();
    relinkAll();
    assertThat(isListed(customer)).isFalse();
    assertThat(world.assignments()).containsEntry(customer, subjects);
    assertThat(world.stewardship().history(customer))
        .extracting(Decision::id)
        .contains(decision.id());
    assertThat(world.audited())
        .last()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("identity.together");
          assertThat(entry.concerns()).contains(customer.toString());
        });
  }

  @Test
  void undo_ofKeepTogether_asksAgainAndMovesNobody() throws Exception {
    CustomerId customer = open().getFirst().customer();
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    Decision decision = keepTogether(customer);
    world.resolve();

    Decision undo =
        world.stewardship().undo(IdentityWorld.STEWARD, decision.id(), "not so sure any more");
    world.resolve();
    doubtful = world.doubtfulCustomers();

    assertThat(isListed(customer)).isTrue();
    assertThat(world.assignments()).isEqualTo(before);
    assertThat(world.stewardship().history(customer).getFirst().id()).isEqualTo(undo.id());
  }

  @Test
  void merge_byAPerson_isNotAskedAgain() throws Exception {
    List<CustomerId> two = open().stream().map(DoubtfulCustomer::customer).limit(2).toList();

    world.stewardship().merge(IdentityWorld.STEWARD, two, "one, says the test");
    world.resolve();

    assertThat(two).noneMatch(this::isListed);
  }

  @Test
  void keepTogether_ofACustomerThatHasGrownSince_isRefused() {
    CustomerId customer = open().getFirst().customer();
    Set<SubjectId> seen = new TreeSet<>(world.assignments().get(customer));
    seen.remove(seen.iterator().next());

    assertThatThrownBy(() ->
            world.stewardship().keepTogether(IdentityWorld.STEWARD, customer, seen, "too early"))
        .isInstanceOfSatisfying(
            DecisionRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(DecisionRefused.Reason.GROWN));
    assertThat(isListed(customer)).isTrue();
  }

  @Test
  void keepTogether_ofASingleIdentity_isRefused() {
    CustomerId single =
        world.assignments().entrySet().stream()
            .filter(one -> one.getValue().size() == 1)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> keepTogether(single))
        .isInstanceOfSatisfying(
            DecisionRefused.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(DecisionRefused.Reason.NOTHING_TO_CONFIRM));
  }

  @Test
  void open_byAnybodyElse_isRefused() {
    Actor clerk = new Actor.Staff(new UUID(0, 3), "Clerk", Set.of(Role.SERVICE));

    assertThatThrownBy(() -> doubtful.open(clerk, ALL)).isInstanceOf(AccessDeniedProblem.class);
    assertThatThrownBy(() -> doubtful.count(clerk)).isInstanceOf(AccessDeniedProblem.class);
  }
}
