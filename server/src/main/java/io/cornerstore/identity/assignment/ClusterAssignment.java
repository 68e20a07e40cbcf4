package io.cornerstore.identity.assignment;

import io.cornerstore.identity.Decision;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives groups of subjects the ids of the customers that stand, so that ids change as little as
 * they can: the pair of group and customer with the most subjects in common goes first, the older
 * customer before the younger, and nobody is taken twice. A group that gets none is a new customer;
 * a customer that gets none has ended. A customer that falls into several groups goes on as the one
 * with most of the subjects it did not get by a merge; a group that was a customer before such a
 * merge is that customer again. When customers come together, subjects that once were of a customer
 * speak for it too: what was one customer before is that again. Deterministic except for the new
 * ids.
 */
public final class ClusterAssignment {

  private static final int NONE = -1;

  private final ResidentSubjects resident;
  private final TimeOrderedIds ids;

  /** Names subjects by the resident index, new customers by the generator. */
  public ClusterAssignment(ResidentSubjects resident, TimeOrderedIds ids) {
    this.resident = resident;
    this.ids = ids;
  }

  /**
   * The plan.
   *
   * @param groups every handle at most once
   * @param standing with all customers of all these handles
   */
  public Plan plan(List<Group> groups, Memberships standing) {
    List<List<Claim>> claims = new ArrayList<>(groups.size());
    for (int g = 0; g < groups.size(); g++) {
      claims.add(claims(g, groups.get(g), standing));
    }
    Origins origins =
        splits(claims)
            ? Origins.ofParts(groups, standing)
            : Origins.ofWholes(groups, several(groups, claims), standing);
    Choice choice = choose(groups, standing, claims, origins);
    List<Plan.Assigned> assigned = new ArrayList<>(groups.size());
    List<Plan.Assigned> formed = new ArrayList<>();
    List<Plan.Assigned> changed = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      int chosen = choice.customerOf[g];
      CustomerId again = chosen == NONE ? origins.take(g) : null;
      if (again != null) {
        Plan.Assigned revived = new Plan.Assigned(again, group);
        assigned.add(revived);
        changed.add(revived);
      } else if (chosen == NONE) {
        Plan.Assigned fresh = new Plan.Assigned(new CustomerId(ids.next()), group);
        assigned.add(fresh);
        formed.add(fresh);
      } else {
        Plan.Assigned kept = new Plan.Assigned(standing.customer(chosen).id(), group);
        assigned.add(kept);
        if (differs(group, chosen, standing)) {
          changed.add(kept);
        }
      }
    }
    List<Decision.Move> moves = moves(assigned, standing);
    return new Plan(assigned, formed, changed, ended(choice, standing, moves), moves);
  }

  private Choice choose(
      List<Group> groups, Memberships standing, List<List<Claim>> all, Origins origins) {
    Choice choice = new Choice(groups.size(), standing.size());
    List<Claim> contested = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Claim> claims = all.get(g);
      if (claims.size() == 1
          && claims.getFirst().overlap == standing.customer(claims.getFirst().customer).size()) {
        choice.take(claims.getFirst());
      } else {
        contested.addAll(claims);
      }
    }
    contested.sort(
        Comparator.<Claim>comparingInt(
                claim -> origins.weight(claim.group, claim.customer, claim.overlap))
            .thenComparingInt(Claim::overlap)
            .reversed()
            .thenComparing(claim -> standing.customer(claim.customer), StandingCustomer.OLDER_FIRST)
            .thenComparing(claim -> smallestSubject(groups.get(claim.group))));
    contested.forEach(choice::take);
    return choice;
  }

  /** The groups that hold several customers. */
  private static List<Group> several(List<Group> groups, List<List<Claim>> claims) {
    List<Group> several = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      if (claims.get(g).size() > 1) {
        several.add(groups.get(g));
      }
    }
    return several;
  }

  /** Whether a customer falls into several groups. */
  private static boolean splits(List<List<Claim>> claims) {
    Set<Integer> seen = new HashSet<>();
    return claims.stream().flatMap(List::stream).anyMatch(claim -> !seen.add(claim.customer));
  }

  private static List<Claim> claims(int number, Group group, Memberships standing) {
    if (group.size() == 1) {
      int only = standing.customerOf(group.handle(0));
      return only == NONE ? List.of() : List.of(new Claim(number, only, 1));
    }
    int[] customers = new int[group.size()];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = standing.customerOf(group.handle(i));
    }
    Arrays.sort(customers);
    List<Claim> claims = new ArrayList<>(2);
    int from = 0;
    for (int i = 1; i <= customers.length; i++) {
      if (i == customers.length || customers[i] != customers[from]) {
        if (customers[from] != NONE) {
          claims.add(new Claim(number, customers[from], i - from));
        }
        from = i;
      }
    }
    return claims;
  }

  private static boolean differs(Group group, int chosen, Memberships standing) {
    StandingCustomer customer = standing.customer(chosen);
    if (customer.doubtful() != group.doubtful()
        || customer.kind() != group.kind()
        || customer.size() != group.size()) {
      return true;
    }
    for (int i = 0; i < group.size(); i++) {
      if (standing.customerOf(group.handle(i)) != chosen) {
        return true;
      }
    }
    return false;
  }

  private List<Decision.Move> moves(List<Plan.Assigned> assigned, Memberships standing) {
    List<Decision.Move> moves = new ArrayList<>();
    for (Plan.Assigned to : assigned) {
      for (int i = 0; i < to.group().size(); i++) {
        int handle = to.group().handle(i);
        int before = standing.customerOf(handle);
        if (before != NONE && !standing.customer(before).id().equals(to.customer())) {
          moves.add(
              new Decision.Move(
                  resident.subjectOf(handle), standing.customer(before).id(), to.customer()));
        }
      }
    }
    return moves;
  }

  private static List<Plan.Ended> ended(
      Choice choice, Memberships standing, List<Decision.Move> moves) {
    Map<CustomerId, Map<CustomerId, Integer>> departures = new HashMap<>();
    for (Decision.Move move : moves) {
      departures
          .computeIfAbsent(move.from(), _ -> new HashMap<>())
          .merge(move.to(), 1, Integer::sum);
    }
    List<Plan.Ended> ended = new ArrayList<>();
    for (int c = 0; c < standing.size(); c++) {
      StandingCustomer customer = standing.customer(c);
      Map<CustomerId, Integer> left = departures.getOrDefault(customer.id(), Map.of());
      int gone = left.values().stream().mapToInt(Integer::intValue).sum();
      if (!choice.taken[c] && gone == customer.size()) {
        ended.add(new Plan.Ended(customer.id(), mostFrequent(left)));
      }
    }
    return ended;
  }

  private static @Nullable CustomerId mostFrequent(Map<CustomerId, Integer> counts) {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<CustomerId, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().toString()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private SubjectId smallestSubject(Group group) {
    SubjectId smallest = resident.subjectOf(group.handle(0));
    for (int i = 1; i < group.size(); i++) {
      SubjectId next = resident.subjectOf(group.handle(i));
      smallest = next.compareTo(smallest) < 0 ? next : smallest;
    }
    return smallest;
  }

  /** So many subjects of the group belong to the customer. */
  private record Claim(int group, int customer, int overlap) {}

  /** Which customer each group is. */
  private static final class Choice {
    private final int[] customerOf;
    private final boolean[] taken;

    Choice(int groups, int customers) {
      customerOf = new int[groups];
      Arrays.fill(customerOf, NONE);
      taken = new boolean[customers];
    }

    void take(Claim claim) {
      if (customerOf[claim.group] == NONE && !taken[claim.customer]) {
        customerOf[claim.group] = claim.customer;
        taken[claim.customer] = true;
      }
    }
  }
}
