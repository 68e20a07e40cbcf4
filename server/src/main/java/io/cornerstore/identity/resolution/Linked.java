package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.Group;
import io.cornerstore.linkage.ScoredPair;
import java.util.List;

/** What linkage found, after the rules of this module: groups, their edges, and doubtful pairs. */
record Linked(List<Group> groups, List<ScoredPair> edges, List<ScoredPair> review) {

  Linked {
    groups = List.copyOf(groups);
    edges = List.copyOf(edges);
    review = List.copyOf(review);
  }
}
