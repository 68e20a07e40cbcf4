package io.cornerstore.linkage;

import io.cornerstore.linkage.blocking.Neighbors;
import io.cornerstore.linkage.linking.PairJudge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares one record with all that blocking proposes for it. */
final class CandidateFinder {
  private static final Comparator<Candidate> LIKELIEST =
      Comparator.comparingDouble(Candidate::bits).reversed().thenComparingInt(Candidate::handle);

  private CandidateFinder() {}

  /** The likeliest first; none below the weight from which on a pair is worth a look. */
  static List<Candidate> find(PairJudge judge, Neighbors neighbors, int record, int limit) {
    List<Candidate> found = new ArrayList<>();
    for (int other : neighbors.of(record)) {
      PairJudge.Verdict verdict =
          judge.judgeCandidate(Math.min(record, other), Math.max(record, other));
      if (verdict != PairJudge.Verdict.NONE) {
        found.add(
            new Candidate(
                other, judge.bits(), PackedPairs.probability(judge.bits()), judge.pattern()));
      }
    }
    found.sort(LIKELIEST);
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }
}
