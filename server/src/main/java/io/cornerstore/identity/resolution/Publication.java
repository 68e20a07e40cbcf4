package io.cornerstore.identity.resolution;

import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.identity.CustomerSplit;
import io.cornerstore.identity.CustomersChangedInBulk;
import io.cornerstore.identity.CustomersMerged;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.assignment.Plan;
import io.cornerstore.kernel.CustomerId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells other modules what is rare and meaningful. The feed of changes is read by version; in bulk
 * nothing is published at all.
 */
public final class Publication {

  private static final int FEW = 100;

  private final ApplicationEventPublisher events;

  /** Publishes in the caller's transaction. */
  public Publication(ApplicationEventPublisher events) {
    this.events = events;
  }

  /**
   * What the resolver did, if it is little; else only that it was much.
   *
   * @param before the last version given before it
   * @param after the last version given by it
   */
  void publish(Plan plan, List<Decision> decisions, long before, long after) {
    if (plan.formed().size() > FEW || decisions.size() > FEW) {
      events.publishEvent(new CustomersChangedInBulk(before, after));
    }
    if (plan.formed().size() <= FEW) {
      plan.formed()
          .forEach(assigned -> events.publishEvent(new CustomerFormed(assigned.customer())));
    }
    if (decisions.size() <= FEW) {
      decisions.forEach(this::publish);
    }
  }

  /** A merge or split. */
  public void publish(Decision decision) {
    List<CustomerId> from =
        decision.moves().stream().map(Decision.Move::from).distinct().sorted().toList();
    List<CustomerId> to =
        decision.moves().stream().map(Decision.Move::to).distinct().sorted().toList();
    switch (decision.type()) {
      case MERGE -> to.forEach(into -> events.publishEvent(new CustomersMerged(into, from)));
      case SPLIT -> from.forEach(left -> events.publishEvent(new CustomerSplit(left, to)));
      case APART, TOGETHER -> {
        // No customer became another.
      }
      case UNDO -> {
        if (from.size() == 1) {
          events.publishEvent(new CustomerSplit(from.getFirst(), to));
        } else {
          to.forEach(into -> events.publishEvent(new CustomersMerged(into, from)));
        }
      }
    }
  }
}
