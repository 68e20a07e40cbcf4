package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.scoring.Attribute;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Tells links that have no rival from those that have: a record that fits two others about equally
 * well, which cannot be one, belongs to one of them, but nobody knows to which.
 *
 * <p>So it is with father and son of one name, with {@code H. Miller} in the home of Hans and
 * Helmut: each pair by itself looks good. Not thread-safe: one instance a thread.
 */
public final class Contests {
  /**
   * A rival counts from so many bits below the link on: eight to one does not settle whose record
   * it is.
   */
  static final double MARGIN = 3;

  private static final int MOST_RIVALS = 64;
  private static final int NOBODY = -1;
  private final EdgeList edges;
  private final Apart said;
  private final int[] handles;
  private final int[] starts;
  private final int[] ofHandle;

  /**
   * Over judged edges; whom a person told to be somebody else than a record is no rival for it.
   *
   * @param handles the records concerned, ascending; rivals of others are not looked for
   */
  public Contests(EdgeList edges, int[] handles, Apart said) {
    this.edges = edges;
    this.said = said;
    this.handles = handles;
    this.starts = new int[handles.length + 1];
    for (int i = 0; i < edges.size(); i++) {
      count(edges.a(i));
      count(edges.b(i));
    }
    for (int i = 0; i < handles.length; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    this.ofHandle = new int[starts[handles.length]];
    for (int i = 0; i < edges.size(); i++) {
      enter(edges.a(i), i, next);
      enter(edges.b(i), i, next);
    }
  }

  /** What people said about pairs. */
  public interface Apart {
    /** Whether a person said that the two are not the same. */
    boolean isNeverSame(int a, int b);
  }

  private void count(int handle) {
    int place = place(handle);
    if (place >= 0) {
      starts[place + 1]++;
    }
  }

  private void enter(int handle, int edge, int[] next) {
    int place = place(handle);
    if (place >= 0) {
      ofHandle[next[place]++] = edge;
    }
  }

  private int place(int handle) {
    if (handle < handles.length && handles[handle] == handle) {
      return handle;
    }
    int at = Arrays.binarySearch(handles, handle);
    return at >= 0 ? at : -1;
  }

  /**
   * Whether one end of this link fits a rival of the other end nearly as well, or better. A link by
   * an e-mail that one record a source holds has no rival: who holds it not, does not claim it.
   */
  public boolean isContested(int edge, PairJudge judge) {
    return rival(edge, judge) != NOBODY;
  }

  /** A record that contests this link, the first found. */
  public OptionalInt findRival(int edge, PairJudge judge) {
    int rival = rival(edge, judge);
    return rival == NOBODY ? OptionalInt.empty() : OptionalInt.of(rival);
  }

  private int rival(int edge, PairJudge judge) {
    if (Attribute.SOLE.in(edges.pattern(edge)) != 0) {
      return NOBODY;
    }
    int rival = rival(edges.a(edge), edges.b(edge), edge, judge);
    return rival != NOBODY ? rival : rival(edges.b(edge), edges.a(edge), edge, judge);
  }

  private int rival(int record, int other, int edge, PairJudge judge) {
    int place = place(record);
    if (place < 0) {
      return NOBODY;
    }
    double least = edges.bits(edge) - MARGIN;
    int asked = 0;
    for (int i = starts[place]; i < starts[place + 1]; i++) {
      int rival = ofHandle[i];
      if (rival != edge && edges.bits(rival) >= least) {
        int third = edges.a(rival) == record ? edges.b(rival) : edges.a(rival);
        if (said.isNeverSame(Math.min(record, third), Math.max(record, third))) {
          continue;
        }
        if (++asked > MOST_RIVALS) {
          return third;
        }
        judge.judge(Math.min(third, other), Math.max(third, other));
        if (judge.isVetoed() || judge.bits() < judge.scorer().priorBits(other)) {
          return third;
        }
      }
    }
    return NOBODY;
  }
}
