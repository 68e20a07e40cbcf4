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
 * Where subjects came from before the moves that brought them to where they are. Asked only when
 * customers fall apart: then each part should be again what it was, so that the undo of what joined
 * them leaves no trace in the ids.
 */
final class Origins {

  private final boolean apart;
  private final List<Group> groups;
  private final Memberships standing;
  private final Map<Integer, CustomerId> before = new HashMap<>();
  private final Set<CustomerId> ended = new HashSet<>();

  private Origins(boolean apart, List<Group> groups, Memberships standing) {
    this.apart = apart;
    this.groups = groups;
    this.standing = standing;
  }

  static Origins of(boolean apart, List<Group> groups, Memberships standing) {
    Origins origins = new Origins(apart, groups, standing);
    if (apart) {
      origins.read();
    }
    return origins;
  }

  private void read() {
    List<Integer> handles = new ArrayList<>();
    for (Group group : groups) {
      for (int i = 0; i < group.size(); i++) {
        if (standing.customerOf(group.handle(i)) >= 0) {
          handles.add(group.handle(i));
        }
      }
    }
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

  /** How much speaks for a group being a customer: its subjects that come from there. */
  int weight(int group, int customer, int overlap) {
    if (!apart) {
      return overlap;
    }
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
