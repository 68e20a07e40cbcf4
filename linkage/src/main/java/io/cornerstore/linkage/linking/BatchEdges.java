package io.cornerstore.linkage.linking;

import io.cornerstore.linkage.blocking.SortedBlocks;
import java.util.function.Supplier;

/** Judges all candidate pairs of a store and keeps those worth a link or a review. */
public final class BatchEdges {
  private BatchEdges() {}

  /** The edges, in an order that depends on the records only. */
  public static EdgeList of(SortedBlocks blocks, Supplier<PairJudge> judges) {
    EdgeList[] parts = new EdgeList[blocks.parts()];
    blocks.forEach(() -> {
      PairJudge judge = judges.get();
      return part -> {
        EdgeList edges = new EdgeList();
        parts[part] = edges;
        return (a, b) -> judgeInto(edges, judge, a, b);
      };
    });
    EdgeList all = new EdgeList();
    for (EdgeList part : parts) {
      all.drain(part);
    }
    return all;
  }

  /** Judges one pair and keeps it when it is worth it; returns whether it links. */
  public static boolean judgeInto(EdgeList edges, PairJudge judge, int a, int b) {
    if (judge.isOutOfScope(a, b)) {
      return false;
    }
    edges.countCompared();
    PairJudge.Verdict verdict = judge.judgeCandidate(a, b);
    if (verdict == PairJudge.Verdict.NONE) {
      return false;
    }
    boolean links = verdict == PairJudge.Verdict.LINK;
    edges.add(a, b, judge.bits(), judge.pattern(), links);
    return links;
  }
}
