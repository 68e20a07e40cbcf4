package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.cornerstore.linkage.blocking.BlockIndex;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.NameRarities;
import io.cornerstore.linkage.scoring.PairScorer;
import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comparing leaves out to be fast never changes what comes out: over all pairs of a crowd,
 * most of which are hopeless, under several models and thresholds.
 */
class ShortcutsTest {
  private static final MadeUpPeople PEOPLE = MadeUpPeople.of(130, 71);
  private static final int SIZE = PEOPLE.records().size();
  private static final Store STORE = new Store();
  private static final BlockIndex BLOCKS = new BlockIndex();
  private static final List<LinkageModel> MODELS = new ArrayList<>();

  /* A home that is less likely than one in 256 is left out: log2(1 + 1/256). */
  private static final double NEGLIGIBLE = 0.0057;

  @BeforeAll
  static void fill() {
    RecordEncoder encoder = new RecordEncoder(STORE);
    BlockingKeys keys = new BlockingKeys(STORE);
    ResidentIndex index = new ResidentIndex();
    for (LinkageRecord record : PEOPLE.records()) {
      int handle = encoder.encode(record);
      int count = keys.distinctOf(handle);
      for (int i = 0; i < count; i++) {
        BLOCKS.add(keys.key(i), handle);
      }
      index.put(record);
    }
    MODELS.add(LinkageModel.prior());
    MODELS.add(index.train(TrainingOptions.defaults()));
    MODELS.add(LinkageModel.prior().withThresholds(8, -2));
    MODELS.add(LinkageModel.prior().withThresholds(12, -20));
  }

  @Test
  void judgeCandidate_everyPair_isTheFullVerdict() {
    for (LinkageModel model : MODELS) {
      PairJudge quick = judge(model);
      PairJudge full = judge(model);
      int kept = 0;
      for (int a = 0; a < SIZE; a++) {
        for (int b = a + 1; b < SIZE; b++) {
          PairJudge.Verdict verdict = full.judge(a, b);
          boolean same = quick.judgeCandidate(a, b) == verdict;
          if (verdict != PairJudge.Verdict.NONE) {
            kept++;
            same &= quick.bits() == full.bits() && quick.pattern() == full.pattern();
          }
          if (!same) {
            fail("records %s and %s: not %s at %s bits", a, b, verdict, full.bits());
          }
        }
      }
      assertThat(kept).isPositive();
    }
  }

  @Test
  void judge_pairTurnedRound_isTheSame() {
    PairJudge judge = judge(MODELS.get(1));
    for (int a = 0; a < SIZE; a++) {
      for (int b = a + 1; b < SIZE; b++) {
        PairJudge.Verdict verdict = judge.judge(a, b);
        double bits = judge.bits();
        long pattern = judge.pattern();
        if (judge.judge(b, a) != verdict
            || Math.abs(judge.bits() - bits) > 1e-9
            || judge.pattern() != pattern) {
          fail("records %s and %s turned round are %s at %s", a, b, verdict, judge.bits());
        }
      }
    }
  }

  @Test
  void bits_everyPair_addUpAsTheFormulaSays() {
    for (LinkageModel model : MODELS) {
      PairScorer scorer = scorer(model);
      for (int a = 0; a < SIZE; a += 2) {
        for (int b = a + 1; b < SIZE; b++) {
          long pattern = scorer.pattern(a, b);
          double expected = formula(scorer, model.persons(), a, b, pattern);
          if (Math.abs(scorer.bits(a, b, pattern) - expected) > NEGLIGIBLE) {
            fail("%s and %s: %s, not %s", a, b, scorer.bits(a, b, pattern), expected);
          }
        }
      }
    }
  }

  /* log2 P(match) - log2 (P(stranger) + P(home)), from probabilities rather than from weights. */
  private static double formula(PairScorer scorer, Weights weights, int a, int b, long pattern) {
    double match = weights.matchRate() / (1 - weights.matchRate());
    double home = weights.homeRate() / (1 - weights.homeRate());
    double stranger = 1;
    for (Attribute attribute : Attribute.all()) {
      int level = attribute.in(pattern);
      if (level != 0) {
        int place = attribute.place(level);
        double rarity = Math.pow(2, scorer.rarityBits(a, b, pattern, attribute));
        match *= weights.match()[place] * rarity;
        home *= weights.home()[place] * (attribute == Attribute.GIVEN ? 1 : rarity);
        stranger *= weights.random()[place];
      }
    }
    if (Weights.bothNames(pattern)) {
      match /= weights.namesTogether();
      home /= weights.namesTogether();
    }
    return Weights.log2(match / (stranger + home));
  }

  @Test
  void scorers_thatRememberRarities_weighTheSame() {
    LinkageModel model = MODELS.get(1);
    PairScorer plain = scorer(model);
    PairScorer remembering =
        new PairScorer(
            STORE,
            model.persons(),
            model.organizations(),
            model.frequencies(),
            NameRarities.remembering(STORE, model.frequencies()));
    for (int a = 0; a < SIZE; a += 4) {
      for (int b = a + 1; b < SIZE; b++) {
        long pattern = plain.pattern(a, b);
        assertThat(remembering.pattern(a, b)).isEqualTo(pattern);
        assertThat(remembering.bits(a, b, pattern)).isEqualTo(plain.bits(a, b, pattern));
      }
    }
  }

  @Test
  void pattern_recordWithItself_agreesOnAllItHas() {
    PairScorer scorer = scorer(MODELS.getFirst());
    for (int a = 0; a < SIZE; a++) {
      long pattern = scorer.pattern(a, a);
      assertThat(Attribute.GIVEN.in(pattern)).isEqualTo(1);
      assertThat(Attribute.FAMILY.in(pattern)).isEqualTo(1);
      assertThat(Attribute.EMAIL.in(pattern)).isEqualTo(has(a, Rows.EMAIL));
      assertThat(Attribute.PHONE.in(pattern)).isEqualTo(has(a, Rows.PHONE));
      assertThat(Attribute.ADDRESS.in(pattern)).isEqualTo(has(a, Rows.ADDRESS));
      assertThat(Attribute.SOURCE.in(pattern)).isEqualTo(1);
    }
  }

  private static int has(int handle, int column) {
    return STORE.rows().get(handle, column) == 0 ? 0 : 1;
  }

  private static PairJudge judge(LinkageModel model) {
    return new PairJudge(scorer(model), BLOCKS, model.linkBits(), model.reviewBits());
  }

  private static PairScorer scorer(LinkageModel model) {
    return new PairScorer(STORE, model.persons(), model.organizations(), model.frequencies());
  }
}
