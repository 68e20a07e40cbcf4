package io.cornerstore.linkage.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * Patterns nobody is asked about, whose weights are to stay: those that link by themselves, since
 * doubtful pairs tell nothing of them, and, held less firmly, those just below all doubt, the
 * firmer the more answers there are: there are many of them, and the answers about likelier pairs
 * flatter them. Immutable.
 */
final class Anchors {
  /* In imagined pairs: as if so many answers had confirmed each kind. */
  private static final double LINKING = 4000;
  private static final double HOPELESS = 10;
  private static final double HOPELESS_SHARE = 0.05;
  private static final double BELOW = -2;
  private static final double FAR_BELOW = -9;
  private final long[] patterns;
  private final double[] weights;

  private Anchors(Map<Long, Double> found) {
    patterns = found.keySet().stream().mapToLong(Long::longValue).toArray();
    weights = found.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Without any. */
  static Anchors none() {
    return new Anchors(Map.of());
  }

  /** Those among the candidates, held against so many answers. */
  static Anchors of(WeighedCandidates candidates, double linkBits, int answers) {
    double holding = Math.max(HOPELESS, HOPELESS_SHARE * answers);
    TreeMap<Long, Double> found = new TreeMap<>();
    double linking = 0;
    double hopeless = 0;
    for (int i = 0; i < candidates.size(); i++) {
      linking += links(candidates, i, linkBits) ? candidates.count(i) : 0;
      hopeless += isHopeless(candidates, i) ? candidates.count(i) : 0;
    }
    for (int i = 0; i < candidates.size(); i++) {
      if (links(candidates, i, linkBits)) {
        found.merge(candidates.pattern(i), LINKING * candidates.count(i) / linking, Double::sum);
      } else if (isHopeless(candidates, i)) {
        found.merge(candidates.pattern(i), holding * candidates.count(i) / hopeless, Double::sum);
      }
    }
    return new Anchors(found);
  }

  private static boolean links(WeighedCandidates candidates, int i, double linkBits) {
    return candidates.mayLink(i) && candidates.bits(i) >= linkBits;
  }

  private static boolean isHopeless(WeighedCandidates candidates, int i) {
    return candidates.bits(i) < BELOW && candidates.bits(i) >= FAR_BELOW;
  }

  int size() {
    return patterns.length;
  }

  long pattern(int anchor) {
    return patterns[anchor];
  }

  double weight(int anchor) {
    return weights[anchor];
  }
}
