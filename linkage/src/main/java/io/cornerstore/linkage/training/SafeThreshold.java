package io.cornerstore.linkage.training;

/** From where on a link is safe when labels have moved the weights. */
final class SafeThreshold {
  /*
   * What people said may make links rarer, never laxer: the threshold does not fall below that
   * without labels, and rises until two things hold. Of all that links, the expected false share is
   * about as small as without labels (a fifth more, lest noise decides), where a link that somebody
   * has refuted is false for sure; one of so much weight that no threshold would keep it out does
   * not count. And of what links only because labels lifted it, hardly anything is false by the
   * weights without labels: a few hundred answers cannot show that fewer than one in a thousand is
   * wrong.
   */
  private static final double MOST = 16;
  private static final double STEP = 0.25;
  private static final double FALSE_SHARE = 0.0018;
  private static final double LIFTED_FALSE_SHARE = 0.0005;
  private final double start;
  private final int steps;
  private final double[] links;
  private final double[] wrong;
  private final double[] lifted;

  private SafeThreshold(double linkBits) {
    start = linkBits;
    steps = (int) Math.max(0, Math.ceil((MOST - linkBits) / STEP));
    links = new double[steps + 1];
    wrong = new double[steps + 1];
    lifted = new double[steps + 1];
  }

  /**
   * The threshold.
   *
   * @param before the candidates as weighed without labels
   * @param after the same candidates as weighed now
   * @param linkBits the threshold without labels
   * @param refuted what links weigh now that somebody called wrong
   */
  static double of(
      WeighedCandidates before, WeighedCandidates after, double linkBits, double[] refuted) {
    SafeThreshold threshold = new SafeThreshold(linkBits);
    for (int i = 0; i < after.size(); i++) {
      if (after.mayLink(i)) {
        threshold.add(before.bits(i), after.bits(i), after.count(i));
      }
    }
    for (double bits : refuted) {
      threshold.refute(bits);
    }
    return threshold.least();
  }

  private void add(double before, double after, double count) {
    int step = step(after);
    if (step >= 0) {
      links[step] += count;
      wrong[step] += count / (1 + Math.pow(2, after));
      lifted[step] += before < start ? count / (1 + Math.pow(2, before)) : 0;
    }
  }

  private void refute(double bits) {
    int step = step(bits);
    if (step >= 0 && step < steps) {
      wrong[step]++;
    }
  }

  private int step(double bits) {
    return (int) Math.min(steps, Math.floor((bits - start) / STEP));
  }

  /* Down from the top for as long as all goes well. */
  private double least() {
    double allLinks = 0;
    double allWrong = 0;
    double allLifted = 0;
    double best = start + steps * STEP;
    for (int step = steps; step >= 0; step--) {
      allLinks += links[step];
      allWrong += wrong[step];
      allLifted += lifted[step];
      if (allWrong <= FALSE_SHARE * allLinks && allLifted <= LIFTED_FALSE_SHARE * allLinks) {
        best = start + step * STEP;
      }
    }
    return best;
  }
}
