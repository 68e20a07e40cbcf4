package io.cornerstore.identity.resolution;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.assignment.Group;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.linkage.Cluster;
import io.cornerstore.linkage.Constraints;
import io.cornerstore.linkage.Explanation;
import io.cornerstore.linkage.Partition;
import io.cornerstore.linkage.ScoredPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Keeps bought-in records from joining what first-party records do not join by themselves.
 *
 * <p>Within a cluster the edges between first-party records, and those a person decided, are taken
 * first; then the others, strongest first, unless both ends already hang on first-party records:
 * such an edge would be a bridge. An edge to a bought-in record also needs evidence of its own
 * besides family name, address and phone. What a cluster falls apart into are groups of their own;
 * the edges left out become possible links for a person to look at.
 */
final class ThirdPartyRule {

  private static final Set<String> PERSONAL =
      Set.of("given-name", "birth-date", "email", "strong-id", "organization");
  private static final Comparator<ScoredPair> STRONGEST_FIRST =
      Comparator.comparingDouble(ScoredPair::bits)
          .reversed()
          .thenComparingInt(ScoredPair::a)
          .thenComparingInt(ScoredPair::b);

  private final ResidentSubjects resident;

  ThirdPartyRule(ResidentSubjects resident) {
    this.resident = resident;
  }

  Linked apply(Partition partition, Constraints constraints) {
    List<Group> groups = new ArrayList<>(partition.clusters().size());
    List<ScoredPair> edges = new ArrayList<>();
    List<ScoredPair> review = new ArrayList<>(partition.review());
    for (Cluster cluster : partition.clusters()) {
      CustomerKind kind = resident.kindOf(cluster.members()[0]);
      if (cluster.members().length == 1
          || Arrays.stream(cluster.members()).noneMatch(resident::isThirdParty)) {
        groups.add(new Group(cluster.members(), kind, cluster.doubtful()));
        edges.addAll(cluster.edges());
      } else {
        Forest forest = new Forest(cluster.members());
        join(cluster, constraints, forest, edges, review);
        for (int[] members : forest.groups()) {
          groups.add(new Group(members, kind, cluster.doubtful() && members.length > 1));
        }
      }
    }
    return new Linked(groups, edges, review);
  }

  private void join(
      Cluster cluster,
      Constraints constraints,
      Forest forest,
      List<ScoredPair> edges,
      List<ScoredPair> review) {
    List<ScoredPair> bought = new ArrayList<>();
    for (ScoredPair edge : cluster.edges()) {
      boolean firstParty = !resident.isThirdParty(edge.a()) && !resident.isThirdParty(edge.b());
      if (firstParty || constraints.isAlwaysSame(edge.a(), edge.b())) {
        forest.join(edge.a(), edge.b());
        edges.add(edge);
      } else {
        bought.add(edge);
      }
    }
    for (int member : cluster.members()) {
      if (!resident.isThirdParty(member)) {
        forest.mark(member);
      }
    }
    bought.sort(STRONGEST_FIRST);
    for (ScoredPair edge : bought) {
      if (!forest.wouldBridge(edge.a(), edge.b()) && isMoreThanAHome(edge)) {
        forest.join(edge.a(), edge.b());
        edges.add(edge);
      } else {
        review.add(edge);
      }
    }
  }

  private boolean isMoreThanAHome(ScoredPair edge) {
    Explanation explanation = resident.index().explain(edge.a(), edge.b());
    return explanation.steps().stream()
        .anyMatch(
            step -> PERSONAL.contains(step.attribute()) && step.bits() + step.rarityBits() > 0);
  }
}
