package io.cornerstore.linkage;

import io.cornerstore.linkage.PairDecision.Outcome;
import io.cornerstore.linkage.PairDecision.Reason;
import io.cornerstore.linkage.blocking.BlockingKeys;
import io.cornerstore.linkage.blocking.BlockingRule;
import io.cornerstore.linkage.blocking.CommonRules;
import io.cornerstore.linkage.blocking.KeyHolders;
import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.linking.BatchEdges;
import io.cornerstore.linkage.linking.Contests;
import io.cornerstore.linkage.linking.EdgeIndex;
import io.cornerstore.linkage.linking.EdgeList;
import io.cornerstore.linkage.linking.PairJudge;
import io.cornerstore.linkage.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Says what is made of a pair, with its rivals looked up anew. */
final class PairDecider {
  private final Store store;
  private final KeyHolders blocks;
  private final PairJudge judge;
  private final double reviewBits;

  PairDecider(Store store, KeyHolders blocks, PairJudge judge, double reviewBits) {
    this.store = store;
    this.blocks = blocks;
    this.judge = judge;
    this.reviewBits = reviewBits;
  }

  PairDecision decide(int a, int b, Constraints constraints) {
    CommonRules rules = new CommonRules(store, blocks);
    int proposing = rules.proposing(a, b);
    PairJudge.Verdict verdict = judge.judge(a, b);
    boolean vetoed = judge.isVetoed();
    Around around =
        verdict == PairJudge.Verdict.LINK && proposing != 0
            ? around(a, b, constraints)
            : Around.NOTHING;
    judge.judge(a, b);
    Reason reason = proposing == 0 ? Reason.NOT_PROPOSED : reason(verdict, around, a, b);
    return new PairDecision(
        Explainer.explain(judge, a, b),
        names(proposing),
        names(rules.sharing(a, b) & ~proposing),
        outcome(reason),
        reason,
        vetoed,
        around.rival,
        judge.linkBits(),
        reviewBits);
  }

  /* What the records around a link say. */
  private record Around(OptionalInt rival, boolean doubted) {
    static final Around NOTHING = new Around(OptionalInt.empty(), false);
  }

  private Reason reason(PairJudge.Verdict verdict, Around around, int a, int b) {
    boolean below = judge.bits() < judge.linkBits();
    return switch (verdict) {
      case NONE -> Reason.BELOW_REVIEW;
      case REVIEW -> {
        if (judge.isVetoed()) {
          yield Reason.VETOED;
        }
        yield below ? Reason.BELOW_LINK : Reason.NOT_IDENTIFYING;
      }
      case LINK -> {
        if (around.rival.isPresent()) {
          yield Reason.CONTESTED;
        }
        if (around.doubted) {
          yield below ? Reason.BELOW_LINK : Reason.DOUBTED;
        }
        if (!below) {
          yield Reason.ENOUGH;
        }
        boolean email = judge.isUnderOneEmail(a, b, judge.bits(), judge.pattern());
        yield email ? Reason.ONE_EMAIL : Reason.BORNE_OUT;
      }
    };
  }

  private static Outcome outcome(Reason reason) {
    return switch (reason) {
      case ENOUGH, ONE_EMAIL, BORNE_OUT -> Outcome.LINK;
      case BELOW_LINK, NOT_IDENTIFYING, VETOED, CONTESTED, DOUBTED -> Outcome.REVIEW;
      case NOT_PROPOSED, BELOW_REVIEW -> Outcome.NON_LINK;
    };
  }

  /* All edges of both records, judged as a batch would. */
  private Around around(int a, int b, Constraints constraints) {
    EdgeList edges = new EdgeList();
    Neighbors neighbors = new Neighbors(blocks, new BlockingKeys(store));
    for (int record : new int[] {a, b}) {
      for (int other : neighbors.of(record)) {
        if (record == a || other != a) {
          BatchEdges.judgeInto(edges, judge, Math.min(record, other), Math.max(record, other));
        }
      }
    }
    Contests contests =
        new Contests(new EdgeIndex(edges, new int[] {a, b}), constraints::isNeverSame);
    for (int i = 0; i < edges.size(); i++) {
      if (edges.a(i) == a && edges.b(i) == b) {
        return new Around(contests.findRival(i, judge), contests.isDoubted(i, judge));
      }
    }
    return Around.NOTHING;
  }

  private static List<String> names(int rules) {
    List<String> names = new ArrayList<>();
    for (int rest = rules; rest != 0; rest &= rest - 1) {
      names.add(BlockingRule.numbered(Integer.numberOfTrailingZeros(rest)).label());
    }
    return names;
  }
}
