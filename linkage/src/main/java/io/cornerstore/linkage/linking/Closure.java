package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.blocking.Workers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Everything connected with a few records: follows links from record to record.
 *
 * <p>Not thread-safe: one instance a call; many records are followed on several threads.
 */
public final class Closure {
  /*
   * Step by step: all records found in one step are compared with their neighbours, in parts of so
   * many that a part is worth a thread. A pair is compared by the end that was reached first, of
   * two reached in one step by the smaller.
   */
  private static final int PART = 32;
  private final Workers workers;
  private final IntFunction<Follower> followers;
  private final IntPredicate isLive;
  private final Decided said;
  private final EdgeList edges = new EdgeList();
  private final Set<Integer> seen = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();

  /**
   * Who follows the links of a record: what one thread needs for it.
   *
   * @param judge judges pairs
   * @param neighbors knows what to compare a record with
   */
  public record Follower(PairJudge judge, Neighbors neighbors) {}

  /** What people said. */
  public interface Decided {
    /** The records said to be the same as one. */
    int[] alwaysSame(int handle);

    /** Whether two were said not to be the same. */
    boolean isNeverSame(int a, int b);
  }

  /**
   * With what is needed to follow links.
   *
   * @param followers makes or finds the follower for each of the threads, numbered from 0 on
   * @param isLive whether a record is there; others are passed over
   */
  public Closure(
      Workers workers, IntFunction<Follower> followers, IntPredicate isLive, Decided said) {
    this.workers = workers;
    this.followers = followers;
    this.isLive = isLive;
    this.said = said;
  }

  /**
   * Follows links, and what people said is the same, until nothing new is found.
   *
   * @param from records that changed, or whose evidence did: links of others may be contested by
   *     them now, or no longer, so that these are followed as well
   */
  public void follow(int[] from) {
    boolean changed = true;
    for (int[] step = unseen(from); step.length > 0; changed = false) {
      int[] found = followStep(step, changed);
      for (int handle : step) {
        done.add(handle);
      }
      step = unseen(found);
    }
  }

  /* What one step finds, ascending or not, maybe more than once. */
  private int[] followStep(int[] step, boolean changed) {
    Part[] parts = new Part[(step.length + PART - 1) / PART];
    AtomicInteger threads = new AtomicInteger();
    workers.run(
        parts.length,
        () -> {
          Follower follower = followers.apply(threads.getAndIncrement());
          return number -> {
            parts[number] = new Part(step, changed, follower);
            parts[number].follow(number * PART, Math.min(step.length, (number + 1) * PART));
          };
        });
    int[] found = new int[0];
    for (Part part : parts) {
      edges.drain(part.own);
      int before = found.length;
      found = Arrays.copyOf(found, before + part.filled);
      System.arraycopy(part.found, 0, found, before, part.filled);
    }
    return found;
  }

  /** Some records of a step. */
  private final class Part {
    private final int[] step;
    private final boolean changed;
    private final Follower follower;
    private final EdgeList own = new EdgeList();
    private int[] found = new int[16];
    private int filled;

    Part(int[] step, boolean changed, Follower follower) {
      this.step = step;
      this.changed = changed;
      this.follower = follower;
    }

    void follow(int start, int end) {
      for (int i = start; i < end; i++) {
        int handle = step[i];
        for (int other : follower.neighbors.of(handle)) {
          if (!isJudgedByOther(handle, other)) {
            judge(Math.min(handle, other), Math.max(handle, other), other);
          }
        }
        for (int other : said.alwaysSame(handle)) {
          find(other);
        }
      }
    }

    private boolean isJudgedByOther(int handle, int other) {
      return done.contains(other) || (other < handle && Arrays.binarySearch(step, other) >= 0);
    }

    private void judge(int a, int b, int other) {
      PairJudge judge = follower.judge;
      boolean links = BatchEdges.judgeInto(own, judge, a, b) && !said.isNeverSame(a, b);
      if (links || (changed && judge.isRival())) {
        find(other);
      }
    }

    private void find(int other) {
      if (filled == found.length) {
        found = Arrays.copyOf(found, filled * 2);
      }
      found[filled++] = other;
    }
  }

  /* Those not seen before, ascending; they are now. */
  private int[] unseen(int[] handles) {
    int[] fresh = new int[handles.length];
    int filled = 0;
    for (int handle : handles) {
      if (isLive.test(handle) && seen.add(handle)) {
        fresh[filled++] = handle;
      }
    }
    int[] sorted = Arrays.copyOf(fresh, filled);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The records reached, ascending. */
  public int[] members() {
    return seen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** All judged edges with at least one end among the members. */
  public EdgeList edges() {
    return edges;
  }
}
