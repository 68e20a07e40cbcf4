package io.cornerstore.linkage;

import io.cornerstore.linkage.Explanation.Step;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.PairScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decodes the evidence of a pair into a waterfall. */
final class Explainer {
  private static final double WORTH_A_STEP = 0.005;

  private Explainer() {}

  static Explanation explain(PairJudge judge, int a, int b) {
    judge.judge(a, b);
    PairScorer scorer = judge.scorer();
    long pattern = judge.pattern();
    List<Step> steps = new ArrayList<>();
    for (Attribute attribute : Attribute.all()) {
      int level = attribute.in(pattern);
      if (level != 0) {
        double bits = scorer.levelBits(a, attribute, level);
        double rarity = scorer.rarityBits(a, b, pattern, attribute);
        String name = attribute.levels().get(level);
        steps.add(
            new Step(attribute.label(), name, bits, rarity, reason(attribute, name, bits, rarity)));
      }
    }
    double together = scorer.togetherBits(a, pattern);
    if (together < 0) {
      steps.add(
          new Step(
              "full-name",
              "both-agree",
              together,
              0,
              "Given and family names go together, so that both agree by chance more often."));
    }
    double penalty = scorer.homePenalty(a, b, pattern);
    if (penalty > 0) {
      steps.add(
          new Step(
              "home",
              penalty < WORTH_A_STEP ? "unlikely" : "would-agree-too",
              -penalty,
              0,
              "Two different members of one home would agree on much of this as well."));
    }
    double total = scorer.priorBits(a);
    for (Step step : steps) {
      total += step.bits() + step.rarityBits();
    }
    return new Explanation(scorer.priorBits(a), steps, total, PackedPairs.probability(total));
  }

  private static String reason(Attribute attribute, String level, double bits, double rarity) {
    String what = attribute.label().replace('-', ' ');
    String how = level.replace('-', ' ');
    double ratio = Math.pow(2, Math.abs(bits));
    String times = String.format(Locale.ROOT, ratio < 10 ? "%.1f" : "%.0f", ratio);
    String base =
        "The outcome \""
            + how
            + "\" for the "
            + what
            + " is "
            + times
            + " times as frequent among records of "
            + (bits >= 0 ? "the same" : "different")
            + " customers.";
    if (rarity > WORTH_A_STEP) {
      return base + " The value is rarer than most.";
    }
    return rarity < -WORTH_A_STEP ? base + " Many records share the value." : base;
  }
}
