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
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.Rows;
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
  private record Judged(
      double bits, boolean links, boolean vetoed, boolean oneEmail, long pattern) {
    boolean soleHolder() {
      return Attribute.SOLE.in(pattern) != 0;
    }

    /** Whether the pair rests on what namesakes of one home may share. */
    boolean mayBeNamesakes() {
      return !soleHolder()
          && Attribute.STRONG.in(pattern) != 1
          && Attribute.ORGANIZATION.in(pattern) == 0;
    }
  }

  /** What the records around a link are asked for, from which level on two of them conflict. */
  private enum Asked {
    EMAIL(Attribute.EMAIL, Rows.EMAIL, 5),
    PHONE(Attribute.PHONE, Rows.PHONE, 4),
    BIRTH(Attribute.BIRTH, Rows.BIRTH, 6);

    private final Attribute attribute;
    private final int column;
    private final int conflict;

    Asked(Attribute attribute, int column, int conflict) {
      this.attribute = attribute;
      this.column = column;
      this.conflict = conflict;
    }

    private double in(double[] probabilities) {
      double sum = 0;
      for (int level = conflict; level < attribute.levels().size(); level++) {
        sum += probabilities[attribute.place(level)];
      }
      return sum;
    }
  }

  /** The definition. */
  private static final class Slow implements PairWeights {
    private final LinkageModel model;
    private final Constraints constraints;
    private final int size;
    private final Map<Long, Judged> all = new HashMap<>();
    private final Map<Long, Judged> edges = new TreeMap<>();
    private final double prior;
    private final Store store = new Store();

    Slow(MadeUpPeople people, Constraints constraints) {
      this.constraints = constraints;
      this.size = people.records().size();
      ResidentIndex index = new ResidentIndex();
      people.records().forEach(index::put);
      this.model = index.train(TrainingOptions.defaults());
      this.prior = model.persons().priorBits();
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
      judgeAll(holders);
      keepProposed(blocks);
    }

    private void judgeAll(BlockIndex holders) {
      PairJudge judge =
          new PairJudge(
              new PairScorer(store, model.persons(), model.organizations(), model.frequencies()),
              holders,
              model.linkBits(),
              model.reviewBits());
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          boolean links = judge.judge(a, b) == PairJudge.Verdict.LINK;
          double bits = judge.bits();
          boolean oneEmail = judge.isUnderOneEmail(a, b, bits, judge.pattern());
          all.put(key(a, b), new Judged(bits, links, judge.isVetoed(), oneEmail, judge.pattern()));
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
        if (judged.links && stands(a, b, judged)) {
          links.put(pair, new Link(a, b, judged.bits));
        }
      });
      List<Link> every = new ArrayList<>(links.values());
      for (long pair : constraints.alwaysSamePairs()) {
        every.add(new Link((int) (pair >> 32), (int) pair, 60));
      }
      return SlowClusterer.cut(size, every, model.linkBits() / 2, this);
    }

    private boolean stands(int a, int b, Judged judged) {
      return (judged.soleHolder() || !isContested(a, b, judged.bits))
          && (!judged.mayBeNamesakes()
              || judged.oneEmail
              || judged.bits + around(a, b, judged.pattern) >= model.linkBits());
    }

    /* What the two and all who fit one of them say, one person against two of one home. */
    private double around(int a, int b, long pattern) {
      Set<Integer> circle = new TreeSet<>(Set.of(a, b));
      for (int third = 0; third < size; third++) {
        for (int end : new int[] {a, b}) {
          Judged fit = edges.get(key(third, end));
          if (fit != null && fit.bits >= 3 && !constraints.isNeverSame(third, end)) {
            circle.add(third);
          }
        }
      }
      double against = 0;
      double in = 0;
      double[] match = model.persons().match();
      double[] home = model.persons().home();
      for (Asked asked : Asked.values()) {
        List<Integer> knowing =
            circle.stream().filter(one -> store.rows().get(one, asked.column) != 0).toList();
        if (conflict(asked, knowing)) {
          against += Math.min(0, Weights.log2(asked.in(match) / asked.in(home)));
        } else if (knowing.size() > 1 && asked.attribute.in(pattern) == 0) {
          in += Math.max(0, Weights.log2((1 - asked.in(match)) / (1 - asked.in(home))));
        }
      }
      return against < 0 ? against : Math.min(4, in);
    }

    private boolean conflict(Asked asked, List<Integer> knowing) {
      for (int one : knowing) {
        for (int other : knowing) {
          if (one < other
              && asked.attribute.in(all.get(key(one, other)).pattern) >= asked.conflict) {
            return true;
          }
        }
      }
      return false;
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
        if (claim != null && claim.bits >= Math.max(3, bits - MARGIN)) {
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
