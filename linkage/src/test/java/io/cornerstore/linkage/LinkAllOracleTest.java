package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.clustering.ComponentClusterer.Link;
import io.cornerstore.linkage.clustering.PairWeights;
import io.cornerstore.linkage.clustering.SlowClusterer;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Linking as a whole against its definition: every pair of records compared in full, rivals looked
 * for one by one, clusters grown by the slow clusterer over all records at once.
 */
class LinkAllOracleTest {
  private static final double MARGIN = 3;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void linkAll_madeUpPeople_equalsTheDefinition(long seed) {
    MadeUpPeople people = MadeUpPeople.of(90, seed);
    Slow slow = new Slow(people, Constraints.none());
    assertThat(found(people, slow.model, Constraints.none())).isEqualTo(slow.clusters());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void linkAll_withDecisions_equalsTheDefinition(long seed) {
    MadeUpPeople people = MadeUpPeople.of(70, seed);
    Constraints.Builder decisions = Constraints.builder();
    Random random = new Random(seed);
    List<Long> likely = new ArrayList<>(new Slow(people, Constraints.none()).edges.keySet());
    for (int i = 0; i < 60; i++) {
      long pair = likely.get(random.nextInt(likely.size()));
      if (random.nextBoolean()) {
        decisions.alwaysSame((int) (pair >> 32), (int) pair);
      } else {
        decisions.neverSame((int) (pair >> 32), (int) pair);
      }
    }
    Constraints said = decisions.build();
    Slow slow = new Slow(people, said);
    assertThat(found(people, slow.model, said)).isEqualTo(slow.clusters());
  }

  @Test
  void linkAll_madeUpPeople_linksEnoughToMeanSomething() {
    MadeUpPeople people = MadeUpPeople.of(90, 11);
    Set<Set<Integer>> clusters = new Slow(people, Constraints.none()).clusters();
    assertThat(clusters.size()).isLessThan(people.records().size() * 9 / 10);
  }

  private static Set<Set<Integer>> found(
      MadeUpPeople people, LinkageModel model, Constraints constraints) {
    ResidentIndex index = new ResidentIndex();
    people.records().forEach(index::put);
    index.use(model);
    Set<Set<Integer>> sets = new HashSet<>();
    for (Cluster cluster : index.linkAll(constraints).clusters()) {
      Set<Integer> set = new TreeSet<>();
      for (int member : cluster.members()) {
        set.add(member);
      }
      sets.add(set);
    }
    return sets;
  }

  /** What a pair came to when it was compared in full. */
  private record Judged(double bits, boolean links, boolean vetoed, boolean soleHolder) {}

  /** The definition. */
  private static final class Slow implements PairWeights {
    private final LinkageModel model;
    private final Constraints constraints;
    private final int size;
    private final Map<Long, Judged> all = new HashMap<>();
    private final Map<Long, Judged> edges = new TreeMap<>();
    private final double prior;

    Slow(MadeUpPeople people, Constraints constraints) {
      this.constraints = constraints;
      this.size = people.records().size();
      ResidentIndex index = new ResidentIndex();
      people.records().forEach(index::put);
      this.model = index.train(TrainingOptions.defaults());
      this.prior = model.persons().priorBits();
      Store store = new Store();
      BlockingKeys keys = new BlockingKeys(store);
      Map<Integer, Set<Integer>> blocks = new HashMap<>();
      BlockIndex holders = new BlockIndex();
      RecordEncoder encoder = new RecordEncoder(store);
      for (LinkageRecord record : people.records()) {
        int handle = encoder.encode(record);
        int count = keys.distinctOf(handle);
        for (int i = 0; i < count; i++) {
          blocks.computeIfAbsent(keys.key(i), _ -> new HashSet<>()).add(handle);
          holders.add(keys.key(i), handle);
        }
      }
      judgeAll(store, holders);
      keepProposed(blocks);
    }

    private void judgeAll(Store store, BlockIndex holders) {
      PairJudge judge =
          new PairJudge(
              new PairScorer(store, model.persons(), model.organizations(), model.frequencies()),
              holders,
              model.linkBits(),
              model.reviewBits());
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          boolean links = judge.judge(a, b) == PairJudge.Verdict.LINK;
          boolean sole = Attribute.SOLE.in(judge.pattern()) != 0;
          all.put(key(a, b), new Judged(judge.bits(), links, judge.isVetoed(), sole));
        }
      }
    }

    private void keepProposed(Map<Integer, Set<Integer>> blocks) {
      blocks.forEach((key, block) -> {
        if (block.size() <= BlockingRule.cap(key)) {
          for (int a : block) {
            for (int b : block) {
              if (a < b && all.get(key(a, b)).bits >= model.reviewBits()) {
                edges.put(key(a, b), all.get(key(a, b)));
              }
            }
          }
        }
      });
    }

    Set<Set<Integer>> clusters() {
      Map<Long, Link> links = new TreeMap<>();
      edges.forEach((pair, judged) -> {
        int a = (int) (pair >> 32);
        int b = (int) (long) pair;
        if (judged.links && (judged.soleHolder || !isContested(a, b, judged.bits))) {
          links.put(pair, new Link(a, b, judged.bits));
        }
      });
      List<Link> every = new ArrayList<>(links.values());
      for (long pair : constraints.alwaysSamePairs()) {
        every.add(new Link((int) (pair >> 32), (int) pair, 60));
      }
      return SlowClusterer.cut(size, every, model.linkBits() / 2, this);
    }

    private boolean isContested(int a, int b, double bits) {
      return hasRival(a, b, bits) || hasRival(b, a, bits);
    }

    /* Somebody who fits the record nearly as well as the other does, and is not the other. */
    private boolean hasRival(int record, int other, double bits) {
      for (int third = 0; third < size; third++) {
        if (third == record || third == other || constraints.isNeverSame(record, third)) {
          continue;
        }
        Judged claim = edges.get(key(record, third));
        if (claim != null && claim.bits >= bits - MARGIN) {
          Judged between = all.get(key(third, other));
          if (between.vetoed || between.bits < prior) {
            return true;
          }
        }
      }
      return false;
    }

    private static long key(int a, int b) {
      return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    @Override
    public double bits(int a, int b) {
      if (isNeverSame(a, b)) {
        return Double.NEGATIVE_INFINITY;
      }
      if (isAlwaysSame(a, b)) {
        return 60;
      }
      Judged judged = all.get(key(a, b));
      return judged.vetoed ? Double.NEGATIVE_INFINITY : judged.bits;
    }

    @Override
    public boolean isAlwaysSame(int a, int b) {
      return constraints.isAlwaysSame(a, b);
    }

    @Override
    public boolean isNeverSame(int a, int b) {
      return constraints.isNeverSame(a, b);
    }
  }
}
