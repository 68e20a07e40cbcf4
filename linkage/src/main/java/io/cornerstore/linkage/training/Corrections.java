package io.cornerstore.linkage.training;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Weights;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Corrections in bits: one for each level that labelled pairs show, the last one for the match
 * rate. The m-probabilities of an attribute still add up, so that what one level gains the others
 * lose.
 */
final class Corrections {
  /* The order of names and sole holders are not learned; of sources to come nothing is known. */
  private static final Set<Attribute> FIXED =
      EnumSet.of(Attribute.ORDER, Attribute.SOLE, Attribute.SOURCE);

  private static final Set<Attribute> CORRECTED = EnumSet.complementOf(EnumSet.copyOf(FIXED));
  private static final int NONE = -1;
  private final Weights weights;
  private final int[] places;
  private final int[] parameters = new int[Weights.table().length];

  /** To these weights, for the levels in these patterns. */
  Corrections(Weights weights, LongStream patterns) {
    this.weights = weights;
    this.places =
        patterns
            .flatMap(pattern ->
                CORRECTED.stream()
                    .filter(attribute -> attribute.in(pattern) != 0)
                    .mapToLong(attribute -> attribute.place(attribute.in(pattern))))
            .mapToInt(place -> (int) place)
            .distinct()
            .sorted()
            .toArray();
    Arrays.fill(parameters, NONE);
    for (int i = 0; i < places.length; i++) {
      parameters[places[i]] = i;
    }
  }

  /** Number of corrections, that of the match rate included. */
  int size() {
    return places.length + 1;
  }

  /** Whether a correction is that of the match rate. */
  boolean isRate(int parameter) {
    return parameter == places.length;
  }

  /** The corrected m-probabilities. */
  double[] match(double[] at) {
    double[] match = weights.match().clone();
    for (int i = 0; i < places.length; i++) {
      match[places[i]] *= Math.pow(2, at[i]);
    }
    for (Attribute attribute : CORRECTED) {
      normalize(match, attribute);
    }
    return match;
  }

  /* To the sum it had, so that what has no correction keeps its every bit. */
  private void normalize(double[] match, Attribute attribute) {
    double before = 0;
    double after = 0;
    for (int level = 1; level < attribute.levels().size(); level++) {
      before += weights.match()[attribute.place(level)];
      after += match[attribute.place(level)];
    }
    for (int level = 1; level < attribute.levels().size() && before != after; level++) {
      match[attribute.place(level)] *= before / after;
    }
  }

  /** What each level weighs more than without corrections. */
  double[] bits(double[] at) {
    double[] match = match(at);
    double[] bits = Weights.table();
    for (Attribute attribute : CORRECTED) {
      for (int level = 1; level < attribute.levels().size(); level++) {
        int place = attribute.place(level);
        bits[place] = Weights.log2(match[place] / weights.match()[place]);
      }
    }
    return bits;
  }

  /** What a pair of this pattern weighs more, with the {@link #bits} of the same corrections. */
  double change(long pattern, double[] bits, double[] at) {
    double change = at[places.length];
    int base = 0;
    for (long rest = pattern; rest != 0; rest >>>= Attribute.BITS) {
      change += bits[base + (int) (rest & Attribute.LEVELS - 1)];
      base += Attribute.LEVELS;
    }
    return change;
  }

  /** Derivatives of {@link #change}, with the {@link #match} of the same corrections. */
  void direction(long pattern, double[] match, double[] into) {
    Arrays.fill(into, 0);
    into[places.length] = 1;
    for (Attribute attribute : CORRECTED) {
      int level = attribute.in(pattern);
      for (int other = 1; level != 0 && other < attribute.levels().size(); other++) {
        int place = attribute.place(other);
        if (parameters[place] != NONE) {
          into[parameters[place]] = (other == level ? 1 : 0) - match[place];
        }
      }
    }
  }

  /**
   * The corrected weights; a disagreement never becomes evidence for a match, nor an exact
   * agreement evidence against.
   */
  Weights applied(double[] at) {
    double[] match = match(at);
    for (Attribute attribute : CORRECTED) {
      if (isCorrected(attribute)) {
        bound(match, attribute);
      }
    }
    double odds = weights.matchRate() / (1 - weights.matchRate()) * Math.pow(2, at[places.length]);
    return weights
        .withNames(match, weights.home(), weights.namesTogether())
        .withRates(Math.min(.5, odds / (1 + odds)), weights.homeRate());
  }

  /* What the best and the worst level gain or lose by it, those between lose or gain. */
  private void bound(double[] match, Attribute attribute) {
    int best = attribute.place(1);
    int worst = attribute.place(attribute.levels().size() - 1);
    double sum = 0;
    double between = 0;
    for (int place = best; place <= worst; place++) {
      sum += match[place];
      between += place == best || place == worst ? 0 : match[place];
    }
    match[worst] = Math.min(match[worst], weights.random()[worst]);
    match[best] = Math.max(match[best], weights.random()[best]);
    if (between == 0) {
      match[best] = sum - match[worst];
    }
    for (int place = best + 1; place < worst; place++) {
      match[place] *= (sum - match[best] - match[worst]) / between;
    }
  }

  private boolean isCorrected(Attribute attribute) {
    return Arrays.stream(places)
        .anyMatch(place -> place / Attribute.LEVELS == attribute.place(0) / Attribute.LEVELS);
  }
}
