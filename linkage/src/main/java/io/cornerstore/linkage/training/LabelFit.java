package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Weights;
import io.cornerstore.linkage.training.LabelledPairs.Labelled;
import java.util.List;

/** Moves m-probabilities and the match rate to where labelled pairs say they should be. */
final class LabelFit {
  /*
   * People are asked about doubtful pairs only, so that counting levels among their answers would
   * tell about doubtful pairs, not about matches, and the share of "same" nothing about the match
   * rate. But which pairs were asked about follows from what was compared, and given that, the
   * answers are fair: so the odds of an answer are fitted, as in logistic regression, not the
   * frequencies of what leads to it (1, 2). What is fitted are corrections in bits to what
   * training without labels has found,
   *
   *   maximum of  sum over answers  log P(answer | weight + corrections)
   *             - sum over corrections  (correction / SPREAD)^2 / 2
   *             - sum over anchors  weight (change of their bits)^2 / 2
   *
   * where the second term makes few answers move little, and the anchors keep the weights of pairs
   * nobody was asked about: see Anchors. People slip: one answer in a hundred means nothing, which
   * bounds what a wrong one can do. Newton's method with the expected curvature; the outcome does
   * not depend on the order of the answers.
   *
   * 1. J. A. Anderson, Separate sample logistic discrimination, Biometrika 59 (1972)
   * 2. R. J. A. Little, D. B. Rubin, Statistical analysis with missing data (2019), section 1.3
   */
  private static final double SLIPS = .01;
  private static final double SPREAD = 1.5;
  private static final double RATE_SPREAD = 1;
  private static final int ROUNDS = 40;
  private static final double LEAST_SCALE = 1e-4;
  private static final double CONVERGED = 1e-9;
  private static final double LN2 = Math.log(2);
  private final List<Labelled> pairs;
  private final Corrections corrections;
  private final Anchors anchors;

  /** Over labelled pairs, weighed by these weights. */
  LabelFit(LabelledPairs labelled, Weights weights, Anchors anchors) {
    this.pairs = labelled.pairs();
    this.corrections = new Corrections(weights, pairs.stream().mapToLong(Labelled::pattern));
    this.anchors = anchors;
  }

  /** The corrected weights. */
  Weights fit() {
    double[] at = new double[corrections.size()];
    double best = objective(at);
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = step(at);
      double scale = 1;
      double[] next = moved(at, step, scale);
      double value = objective(next);
      while (value < best && scale > LEAST_SCALE) {
        scale /= 2;
        next = moved(at, step, scale);
        value = objective(next);
      }
      if (!(value > best + CONVERGED)) {
        break;
      }
      at = next;
      best = value;
    }
    return corrections.applied(at);
  }

  private static double[] moved(double[] at, double[] step, double scale) {
    double[] next = at.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += scale * step[i];
    }
    return next;
  }

  private double objective(double[] at) {
    double[] bits = corrections.bits(at);
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum -= at[i] * at[i] * stiffness(i) / 2;
    }
    for (int i = 0; i < anchors.size(); i++) {
      double change = corrections.change(anchors.pattern(i), bits, at);
      sum -= anchors.weight(i) * change * change / 2;
    }
    for (Labelled pair : pairs) {
      double same = answer(probability(pair, bits, at));
      sum += Math.log(pair.same() ? same : 1 - same);
    }
    return sum;
  }

  private double stiffness(int parameter) {
    double spread = corrections.isRate(parameter) ? RATE_SPREAD : SPREAD;
    return 1 / (spread * spread);
  }

  private double probability(Labelled pair, double[] bits, double[] at) {
    double weight = pair.bits() + corrections.change(pair.pattern(), bits, at);
    return 1 / (1 + Math.pow(2, -weight));
  }

  /* How often people say "same" of pairs of which this share is. */
  private static double answer(double probability) {
    return SLIPS + (1 - 2 * SLIPS) * probability;
  }

  /* Newton's step, with the curvature that is expected. */
  private double[] step(double[] at) {
    double[] bits = corrections.bits(at);
    double[] match = corrections.match(at);
    NormalEquations equations = new NormalEquations(at.length);
    for (int i = 0; i < at.length; i++) {
      equations.hold(i, -at[i] * stiffness(i), stiffness(i));
    }
    double[] direction = new double[at.length];
    for (int i = 0; i < anchors.size(); i++) {
      long pattern = anchors.pattern(i);
      corrections.direction(pattern, match, direction);
      double change = corrections.change(pattern, bits, at);
      equations.add(direction, -anchors.weight(i) * change, anchors.weight(i));
    }
    for (int from = 0, to; from < pairs.size(); from = to) {
      long pattern = pairs.get(from).pattern();
      double pull = 0;
      double curvature = 0;
      for (to = from; to < pairs.size() && pairs.get(to).pattern() == pattern; to++) {
        Labelled pair = pairs.get(to);
        double probability = probability(pair, bits, at);
        double same = answer(probability);
        double slope = (1 - 2 * SLIPS) * probability * (1 - probability) * LN2;
        pull += slope * (pair.same() ? 1 / same : -1 / (1 - same));
        curvature += slope * slope / (same * (1 - same));
      }
      corrections.direction(pattern, match, direction);
      equations.add(direction, pull, curvature);
    }
    return equations.solve();
  }
}
