package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where subjects were before the moves that brought them to where they are. When customers fall
 * apart, each part should be again what it was, and when they come together again, the whole should
 * be; so the undo of what joined or parted them leaves no trace in the ids.
 */
final class Origins {

  private final boolean apart;
  private final List<Group> groups;
  private final Memberships standing;
  private final Map<Integer, CustomerId> before = new HashMap<>();
  /* Every customer that a handle may be again, the likeliest first. */
  private final Map<Integer, List<CustomerId>> earlier = new HashMap<>();
  private final Set<CustomerId> ended = new HashSet<>();
  private final Map<Integer, Set<CustomerId>> former = new HashMap<>();

  private Origins(boolean apart, List<Group> groups, Memberships standing) {
    this.apart = apart;
    this.groups = groups;
    this.standing = standing;
  }

  /** Of a customer, at least, that falls into several groups. */
  static Origins ofParts(List<Group> groups, Memberships standing) {
    Origins origins = new Origins(true, groups, standing);
    origins.read();
    return origins;
  }

  /** Of customers none of which falls into several groups; some groups may hold several. */
  static Origins ofWholes(List<Group> groups, List<Group> several, Memberships standing) {
    Origins origins = new Origins(false, groups, standing);
    if (!several.isEmpty()) {
      origins.former.putAll(standing.former(origins.handlesOf(several)));
    }
    return origins;
  }

  private List<Integer> handlesOf(List<Group> some) {
    List<Integer> handles = new ArrayList<>();
    for (Group group : some) {
      for (int i = 0; i < group.size(); i++) {
        if (standing.customerOf(group.handle(i)) >= 0) {
          handles.add(group.handle(i));
        }
      }
    }
    return handles;
  }

  private void read() {
    List<Integer> handles = handlesOf(groups);
    standing
        .visits(handles)
        .forEach((handle, visits) -> {
          CustomerId now = standing.customer(standing.customerOf(handle)).id();
          List<CustomerId> way = way(visits);
          int here = way.indexOf(now);
          if (here > 0) {
            before.put(handle, way.get(here - 1));
          }
          Set<CustomerId> again = new LinkedHashSet<>();
          if (here > 0) {
            again.addAll(way.subList(0, here).reversed());
          }
          again.addAll(visits.reversed());
          again.remove(now);
          earlier.put(handle, List.copyOf(again));
        });
    ended.addAll(
        standing.ended(earlier.values().stream().flatMap(List::stream).distinct().toList()));
  }

  /* Without detours: a customer that was come back to stands once, and nothing between. */
  private static List<CustomerId> way(List<CustomerId> visits) {
    List<CustomerId> way = new ArrayList<>();
    for (CustomerId customer : visits) {
      int before = way.indexOf(customer);
      if (before < 0) {
        way.add(customer);
      } else {
        way.subList(before + 1, way.size()).clear();
      }
    }
    return way;
  }

  /**
   * How much speaks for a group being a customer: when customers fall apart its subjects that come
   * from there, else those that are or ever were there.
   */
  int weight(int group, int customer, int overlap) {
    return apart ? fromThere(group, customer) : overlap + onceThere(group, customer);
  }

  private int onceThere(int group, int customer) {
    if (former.isEmpty()) {
      return 0;
    }
    CustomerId id = standing.customer(customer).id();
    Group members = groups.get(group);
    int count = 0;
    for (int i = 0; i < members.size(); i++) {
      count += former.getOrDefault(members.handle(i), Set.of()).contains(id) ? 1 : 0;
    }
    return count;
  }

  private int fromThere(int group, int customer) {
    CustomerId id = standing.customer(customer).id();
    int weight = 0;
    Group members = groups.get(group);
    for (int i = 0; i < members.size(); i++) {
      int handle = members.handle(i);
      boolean here = standing.customerOf(handle) == customer;
      boolean always = here && !before.containsKey(handle);
      weight += always || id.equals(before.get(handle)) ? 1 : 0;
    }
    return weight;
  }

  /**
   * The ended customer that most of a group comes from, unless another group is that again; then
   * those it comes from before, and those it was on detours, unless that is where others come from.
   */
  @Nullable CustomerId take(int group) {
    Map<CustomerId, Integer> counts = counts(groups.get(group), 0);
    for (int back = 1; counts.isEmpty() && back <= longest(groups.get(group)); back++) {
      counts = counts(groups.get(group), back);
      counts.keySet().removeAll(before.values());
    }
    CustomerId again =
        counts.entrySet().stream()
            .max(
                Map.Entry.<CustomerId, Integer>comparingByValue()
                    .thenComparing(entry -> entry.getKey().toString()))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (again != null) {
      ended.remove(again);
    }
    return again;
  }

  /* From which ended customer how many of a group come, so many steps back. */
  private Map<CustomerId, Integer> counts(Group group, int back) {
    Map<CustomerId, Integer> counts = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      List<CustomerId> path = earlier.getOrDefault(group.handle(i), List.of());
      if (back < path.size() && ended.contains(path.get(back))) {
        counts.merge(path.get(back), 1, Integer::sum);
      }
    }
    return counts;
  }

  private int longest(Group group) {
    int longest = 0;
    for (int i = 0; i < group.size(); i++) {
      longest = Math.max(longest, earlier.getOrDefault(group.handle(i), List.of()).size());
    }
    return longest;
  }
}
