package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.scoring.Attribute;
import io.cornerstore.linkage.scoring.Circle;
import io.cornerstore.linkage.scoring.Decisions;
import java.util.OptionalInt;

/**
 * Tells links that stand from those that do not: a record that fits two others about equally well,
 * which cannot be one, belongs to one of them, but nobody knows to which; and where the records
 * around a link show two phones and two e-mails, there may be two of one name.
 *
 * <p>So it is with father and son of one name, with {@code H. Miller} in the home of Hans and
 * Helmut: each pair by itself looks good. Immutable: threads may share it, each with a judge of its
 * own.
 */
public final class Contests {
  /**
   * A rival counts from so many bits below the link on: eight to one does not settle whose record
   * it is.
   */
  static final double MARGIN = 3;

  private static final int MOST_RIVALS = 64;
  private static final int NOBODY = -1;
  private final EdgeIndex index;
  private final EdgeList edges;
  private final Apart said;

  /**
   * Over judged edges; rivals of records that are not concerned are not looked for. Whom a person
   * told to be somebody else than a record is no rival for it.
   */
  public Contests(EdgeIndex index, Apart said) {
    this.index = index;
    this.edges = index.edges();
    this.said = said;
  }

  /** What people said about pairs. */
  public interface Apart {
    /** Whether a person said that the two are not the same. */
    boolean isNeverSame(int a, int b);
  }

  /**
   * Whether one end of this link fits a rival of the other end nearly as well, or better, or the
   * circle around it does not bear it out. A link by an e-mail that one record a source holds has
   * no rival: who holds it not, does not claim it.
   */
  public boolean isContested(int edge, PairJudge judge) {
    return isDoubted(edge, judge) || rival(edge, judge) != NOBODY;
  }

  /** Whether what is known around a link does not bear it out. */
  public boolean isDoubted(int edge, PairJudge judge) {
    int a = edges.a(edge);
    int b = edges.b(edge);
    long pattern = edges.pattern(edge);
    if (!judge.mayBeNamesakes(a, pattern)) {
      return false;
    }
    double bits = edges.bits(edge);
    Circle circle = judge.scorer().circle();
    return !(bits + circle.most(pattern) >= judge.linkBits()
            && bits + around(a, b, pattern, circle) >= judge.linkBits())
        && !judge.isUnderOneEmail(a, b, bits, pattern);
  }

  private double around(int a, int b, long pattern, Circle circle) {
    circle.start(a, b, pattern);
    gather(a, circle);
    gather(b, circle);
    return circle.bits();
  }

  private void gather(int record, Circle circle) {
    int place = index.place(record);
    if (place < 0) {
      return;
    }
    int end = index.start(place + 1);
    for (int i = index.start(place); i < end; i++) {
      int edge = index.edge(i);
      if (edges.bits(edge) >= Circle.LEAST) {
        int third = edges.a(edge) == record ? edges.b(edge) : edges.a(edge);
        if (!said.isNeverSame(Math.min(record, third), Math.max(record, third))) {
          circle.add(third);
        }
      }
    }
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
    int place = index.place(record);
    if (place < 0) {
      return NOBODY;
    }
    double least = Math.max(edges.bits(edge) - MARGIN, Circle.LEAST);
    int asked = 0;
    int end = index.start(place + 1);
    for (int i = index.start(place); i < end; i++) {
      int rival = index.edge(i);
      if (rival != edge && edges.bits(rival) >= least) {
        int third = edges.a(rival) == record ? edges.b(rival) : edges.a(rival);
        if (said.isNeverSame(Math.min(record, third), Math.max(record, third))) {
          continue;
        }
        if (++asked > MOST_RIVALS) {
          return third;
        }
        if (areOthers(third, other, judge)) {
          return third;
        }
      }
    }
    return NOBODY;
  }

  /* Whether two records cannot be one, or have nothing to say that they are. */
  private boolean areOthers(int third, int other, PairJudge judge) {
    int known = index.find(third, other);
    double bits;
    if (known >= 0) {
      bits = Decisions.isVetoed(edges.pattern(known)) ? PairJudge.VETO : edges.bits(known);
    } else {
      judge.judge(Math.min(third, other), Math.max(third, other));
      bits = judge.isVetoed() ? PairJudge.VETO : judge.bits();
    }
    return bits < judge.scorer().priorBits(other);
  }
}
