package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        .paths(handles)
        .forEach((handle, path) -> {
          CustomerId now = standing.customer(standing.customerOf(handle)).id();
          int here = path.indexOf(now);
          if (here > 0) {
            before.put(handle, path.get(here - 1));
          }
        });
    ended.addAll(standing.ended(before.values()));
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

  /** The ended customer that most of a group comes from, unless another group is that again. */
  @Nullable CustomerId take(int group) {
    Map<CustomerId, Integer> counts = new HashMap<>();
    Group members = groups.get(group);
    for (int i = 0; i < members.size(); i++) {
      CustomerId origin = before.get(members.handle(i));
      if (origin != null && ended.contains(origin)) {
        counts.merge(origin, 1, Integer::sum);
      }
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
}
