package io.cornerstore.identity.assignment;

import io.cornerstore.identity.Decision;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.TimeOrderedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the moves of a plan as merges and splits, for the history. */
public final class AutomaticDecisions {

  /** How the history names the resolver. */
  public static final String ACTOR = "machine:resolver";

  private AutomaticDecisions() {}

  /**
   * One merge for each customer that took in customers which ended, one split for each customer
   * that lost subjects and lives on.
   */
  public static List<Decision> of(Plan plan, TimeOrderedIds ids, Instant at) {
    Set<CustomerId> ended = new HashSet<>();
    plan.ended().forEach(end -> ended.add(end.customer()));
    Map<CustomerId, List<Decision.Move>> merges = new LinkedHashMap<>();
    Map<CustomerId, List<Decision.Move>> splits = new LinkedHashMap<>();
    for (Decision.Move move : plan.moves()) {
      if (ended.contains(move.from())) {
        merges.computeIfAbsent(move.to(), _ -> new ArrayList<>()).add(move);
      } else {
        splits.computeIfAbsent(move.from(), _ -> new ArrayList<>()).add(move);
      }
    }
    List<Decision> decisions = new ArrayList<>(merges.size() + splits.size());
    merges.values().forEach(moves -> decisions.add(decision(Decision.Type.MERGE, moves, ids, at)));
    splits.values().forEach(moves -> decisions.add(decision(Decision.Type.SPLIT, moves, ids, at)));
    return decisions;
  }

  private static Decision decision(
      Decision.Type type, List<Decision.Move> moves, TimeOrderedIds ids, Instant at) {
    return new Decision(ids.next(), type, ACTOR, "", at, moves, null);
  }
}
