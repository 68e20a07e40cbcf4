package io.cornerstore.identity.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.identity.Decision;
import io.cornerstore.identity.IdentityWorld;
import io.cornerstore.identity.People;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Among records that hang together by threads a decision makes the engine bring others elsewhere;
 * once it is undone, nothing of that is left, ids included.
 */
class UndoneDecisionTest {

  private static final int TRIALS = 40;

  private final IdentityWorld world = IdentityWorld.frozen();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void undo_ofDecisionsAmongSparseRecords_isTheStateBefore(long seed) throws Exception {
    tangle(seed);
    Map<CustomerId, Set<SubjectId>> before = world.assignments();
    Random random = new Random(seed);
    for (int trial = 0; trial < TRIALS; trial++) {
      decideAndUndo(random);
      assertThat(world.assignments()).as("after trial %d", trial).isEqualTo(before);
    }
  }

  // Twice, so that customers of the first round are merged in the second.
  private void tangle(long seed) throws InterruptedException {
    People.tangle(world.log, 30, seed, source -> source % 2 == 0);
    world.resolve();
    People.tangle(world.log, 30, seed, source -> source % 2 == 1);
    world.resolve();
  }

  private void decideAndUndo(Random random) throws InterruptedException {
    Deque<Decision> stack = new ArrayDeque<>();
    for (int depth = random.nextInt(3); depth >= 0; depth--) {
      stack.push(decide(random));
      resolveOften(random);
    }
    while (!stack.isEmpty()) {
      world.stewardship().undo(IdentityWorld.STEWARD, stack.pop().id(), "taken back");
      resolveOften(random);
    }
    world.resolve();
  }

  @Test
  void merge_ofWhatWasOneCustomerBefore_isThatCustomerAgain() throws Exception {
    SubjectId one = world.log.about("crm", "1").named("Bertram", "Oak").add();
    world.resolve();
    SubjectId ada = People.ada(world.log.about("web", "1")).add();
    People.ada(world.log.about("web", "2")).add();
    world.resolve();
    CustomerId whole = world.customerOf(one);
    List<CustomerId> both = List.of(whole, world.customerOf(ada));
    Decision merge = world.stewardship().merge(IdentityWorld.STEWARD, both, "married");
    world.stewardship().undo(IdentityWorld.STEWARD, merge.id(), "taken back");
    world.resolve();
    assertThat(world.customerOf(ada)).isNotEqualTo(whole);

    People.ada(world.log.about("crm", "1")).add();
    world.resolve();

    assertThat(world.assignments()).containsOnlyKeys(whole);
  }

  private void resolveOften(Random random) throws InterruptedException {
    if (random.nextInt(4) > 0) {
      world.resolve();
    }
  }

  private Decision decide(Random random) {
    Map<CustomerId, Set<SubjectId>> now = new TreeMap<>(world.assignments());
    List<CustomerId> customers = List.copyOf(now.keySet());
    int number = random.nextInt(customers.size());
    CustomerId customer = customers.get(number);
    List<SubjectId> members = List.copyOf(now.getOrDefault(customer, Set.of()));
    if (members.size() == 1) {
      CustomerId next = customers.get((number + 1) % customers.size());
      return world.stewardship().merge(IdentityWorld.STEWARD, List.of(customer, next), "one");
    }
    Set<SubjectId> off = new TreeSet<>(members.subList(0, 1 + random.nextInt(members.size() - 1)));
    return world.stewardship().split(IdentityWorld.STEWARD, customer, off, "two people");
  }
}
