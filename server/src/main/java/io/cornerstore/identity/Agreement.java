package io.cornerstore.identity;

import java.util.OptionalDouble;

/**
 * How far two looks at the same cases agree: the share, and Cohen's kappa, which takes off what
 * would agree by chance (Cohen 1960, A coefficient of agreement for nominal scales).
 *
 * @param bothSame cases where both said "the same"
 * @param sameThenDifferent where the first said "the same" and the second "different"
 * @param differentThenSame the other way round
 * @param bothDifferent where both said "different"
 */
public record Agreement(
    long bothSame, long sameThenDifferent, long differentThenSame, long bothDifferent) {

  /** Cases that were looked at twice. */
  public long cases() {
    return bothSame + sameThenDifferent + differentThenSame + bothDifferent;
  }

  /** The share of cases with equal answers, 0 to 1; empty without cases. */
  public OptionalDouble share() {
    return cases() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (bothSame + bothDifferent) / cases());
  }

  /**
   * Kappa: 1 is complete agreement, 0 no more than chance, below 0 less. Empty without cases and
   * where chance alone would agree completely, because all answers are one.
   */
  public OptionalDouble kappa() {
    if (cases() == 0) {
      return OptionalDouble.empty();
    }
    double all = cases();
    double firstSame = (bothSame + sameThenDifferent) / all;
    double secondSame = (bothSame + differentThenSame) / all;
    double byChance = firstSame * secondSame + (1 - firstSame) * (1 - secondSame);
    double observed = (bothSame + bothDifferent) / all;
    return byChance == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed - byChance) / (1 - byChance));
  }
}
