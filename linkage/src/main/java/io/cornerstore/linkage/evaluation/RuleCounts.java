package io.cornerstore.linkage.evaluation;

/** What each blocking rule proposed; rules are numbered from 0 on. Not thread-safe. */
public final class RuleCounts {
  private final long[] proposed;
  private final long[] alone;
  private final long[] joined;
  private final long[] same;
  private final long[] sameAlone;

  RuleCounts(int rules) {
    proposed = new long[rules];
    alone = new long[rules];
    joined = new long[rules];
    same = new long[rules];
    sameAlone = new long[rules];
  }

  void add(int proposers, boolean together, boolean isTrue) {
    boolean single = Integer.bitCount(proposers) == 1;
    for (int rest = proposers; rest != 0; rest &= rest - 1) {
      int rule = Integer.numberOfTrailingZeros(rest);
      proposed[rule]++;
      alone[rule] += single ? 1 : 0;
      joined[rule] += together ? 1 : 0;
      same[rule] += isTrue ? 1 : 0;
      sameAlone[rule] += single && isTrue ? 1 : 0;
    }
  }

  void addAll(RuleCounts other) {
    Survey.add(proposed, other.proposed);
    Survey.add(alone, other.alone);
    Survey.add(joined, other.joined);
    Survey.add(same, other.same);
    Survey.add(sameAlone, other.sameAlone);
  }

  /** Number of rules. */
  public int size() {
    return proposed.length;
  }

  /** Pairs that a rule proposed. */
  public long proposed(int rule) {
    return proposed[rule];
  }

  /** Pairs that no other rule proposed. */
  public long alone(int rule) {
    return alone[rule];
  }

  /** Pairs that a rule proposed and that stand in one cluster. */
  public long joined(int rule) {
    return joined[rule];
  }

  /** True pairs that a rule proposed. */
  public long same(int rule) {
    return same[rule];
  }

  /** True pairs that no other rule proposed. */
  public long sameAlone(int rule) {
    return sameAlone[rule];
  }
}
