package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.blocking.Neighbors;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Everything connected with a few records: follows links from record to record.
 *
 * <p>Not thread-safe: one instance a call.
 */
public final class Closure {
  private final PairJudge judge;
  private final Neighbors neighbors;
  private final EdgeList edges = new EdgeList();
  private final Set<Integer> seen = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

  /** With a judge and the blocks to look for neighbours in. */
  public Closure(PairJudge judge, Neighbors neighbors) {
    this.judge = judge;
    this.neighbors = neighbors;
  }

  /**
   * Follows links, and what people said is the same, until nothing new is found.
   *
   * @param from records that changed, or whose evidence did: links of others may be contested by
   *     them now, or no longer, so that these are followed as well
   */
  public void follow(int[] from, IntPredicate isLive, Decided said) {
    for (int handle : from) {
      visit(handle, isLive);
    }
    int changed = waiting.size();
    for (int turn = 0; !waiting.isEmpty(); turn++) {
      int handle = waiting.remove();
      for (int other : neighbors.of(handle)) {
        if (!done.contains(other)) {
          int a = Math.min(handle, other);
          int b = Math.max(handle, other);
          boolean links = BatchEdges.judgeInto(edges, judge, a, b) && !said.isNeverSame(a, b);
          if (links || (turn < changed && judge.isRival())) {
            visit(other, isLive);
          }
        }
      }
      for (int other : said.alwaysSame(handle)) {
        visit(other, isLive);
      }
      done.add(handle);
    }
  }

  /** What people said. */
  public interface Decided {
    /** The records said to be the same as one. */
    int[] alwaysSame(int handle);

    /** Whether two were said not to be the same. */
    boolean isNeverSame(int a, int b);
  }

  /** The records reached, ascending. */
  public int[] members() {
    return seen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** All judged edges with at least one end among the members. */
  public EdgeList edges() {
    return edges;
  }

  private void visit(int handle, IntPredicate isLive) {
    if (isLive.test(handle) && seen.add(handle)) {
      waiting.add(handle);
    }
  }
}
