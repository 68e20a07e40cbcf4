package io.cornerstore.identity.assignment;

import io.cornerstore.identity.Decision;
import io.cornerstore.kernel.CustomerId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that customers are as the groups say.
 *
 * @param groups the groups and the customers they are
 * @param formed customers that come into being
 * @param changed customers whose members, kind or doubt change
 * @param ended customers that no longer have a member
 * @param moves subjects that leave one customer for another
 */
public record Plan(
    List<Assigned> groups,
    List<Assigned> formed,
    List<Assigned> changed,
    List<Ended> ended,
    List<Decision.Move> moves) {

  /** Freezes the lists. */
  public Plan {
    groups = List.copyOf(groups);
    formed = List.copyOf(formed);
    changed = List.copyOf(changed);
    ended = List.copyOf(ended);
    moves = List.copyOf(moves);
  }

  /** Every customer that gets a new version, in the order in which versions are given. */
  public List<CustomerId> versioned() {
    List<CustomerId> ids = new ArrayList<>(formed.size() + changed.size() + ended.size());
    formed.forEach(assigned -> ids.add(assigned.customer()));
    changed.forEach(assigned -> ids.add(assigned.customer()));
    ended.forEach(end -> ids.add(end.customer()));
    return ids;
  }

  /** A group and the customer it is. */
  public record Assigned(CustomerId customer, Group group) {}

  /** A customer without members, and where most of them went. */
  public record Ended(CustomerId customer, @Nullable CustomerId into) {}
}
