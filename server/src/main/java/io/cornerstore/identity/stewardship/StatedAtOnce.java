package io.cornerstore.identity.stewardship;

import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerFormed;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.DecisionRefused;
import io.cornerstore.identity.DecisionRefused.Reason;
import io.cornerstore.identity.StatedCustomers;
import io.cornerstore.identity.assignment.DecidedPairs;
import io.cornerstore.identity.assignment.DecisionRows;
import io.cornerstore.identity.assignment.StatedRows;
import io.cornerstore.identity.assignment.Timestamps;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.kernel.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements as membership, and for new customers as pairs that are not the same.
 *
 * <p>Nothing here takes the lock of the head, though it writes what the resolver writes. That is
 * safe because the subject is new: the resolver cannot know it before the caller's transaction has
 * committed. Should the customer be merged or split in the same moment, the subject stays behind
 * until the resolver reads of it and brings it to its anchor.
 */
public class StatedAtOnce implements StatedCustomers {

  private final JdbcClient jdbc;
  private final Customers customers;
  private final DecisionRows decisions;
  private final DecidedPairs pairs;
  private final StatedRows stated;
  private final ApplicationEventPublisher events;
  private final Stamps stamps;

  /** Where ids and times come from. */
  public record Stamps(TimeOrderedIds ids, Clock clock) {}

  /** Where statements are written. */
  public record Rows(JdbcClient jdbc, DecisionRows decisions, DecidedPairs pairs) {}

  /** Over the main database. */
  public StatedAtOnce(
      Rows rows, Customers customers, ApplicationEventPublisher events, Stamps stamps) {
    this.jdbc = rows.jdbc;
    this.decisions = rows.decisions;
    this.pairs = rows.pairs;
    this.stated = new StatedRows(rows.jdbc);
    this.customers = customers;
    this.events = events;
    this.stamps = stamps;
  }

  @Override
  public void join(SubjectId subject, CustomerId customer) {
    Customer found =
        customers
            .find(customer)
            .filter(one -> !one.subjects().isEmpty())
            .orElseThrow(() ->
                new DecisionRefused(
                    Reason.UNKNOWN_CUSTOMER, "There is no customer " + customer + "."));
    if (found.subjects().contains(subject)) {
      return;
    }
    if (!addMember(subject, found.id())) {
      throw new DecisionRefused(
          Reason.UNKNOWN_CUSTOMER, "Subject " + subject + " belongs to another customer.");
    }
    Set<SubjectId> others = new TreeSet<>(found.subjects());
    others.removeAll(stated.among(others));
    stated.add(subject, others.isEmpty() ? subject : others.iterator().next());
  }

  @Override
  public CustomerId form(
      SubjectId subject, CustomerKind kind, Collection<CustomerId> others, Actor actor) {
    CustomerId formed = new CustomerId(stamps.ids.next());
    jdbc.sql(
            """
            insert into identity.customer (customer, kind, version, doubtful, since, live)
            values (:customer, :kind, nextval('identity.stated_version'), false, :since, true)
            """)
        .param("customer", formed.value())
        .param("kind", kind.ordinal())
        .param("since", Timestamps.parameter(now()))
        .update();
    if (!addMember(subject, formed)) {
      throw new DecisionRefused(
          Reason.UNKNOWN_CUSTOMER, "Subject " + subject + " belongs to a customer already.");
    }
    Set<SubjectId> different = new HashSet<>();
    customers
        .find(List.copyOf(others))
        .values()
        .forEach(other -> different.addAll(other.subjects()));
    if (!different.isEmpty()) {
      UUID decision = decide(Decision.Type.SPLIT, actor, "Stated at the counter: somebody new");
      pairs.addDifferent(Set.of(subject), different, decision);
    }
    events.publishEvent(new CustomerFormed(formed));
    return formed;
  }

  private boolean addMember(SubjectId subject, CustomerId customer) {
    return jdbc.sql(
                """
                insert into identity.member (subject, customer) values (:subject, :customer)
                on conflict (subject) do nothing
                """)
            .param("subject", subject.value())
            .param("customer", customer.value())
            .update()
        == 1;
  }

  /* It moves nobody, so it shows in no customer's history; the audit trail has who and why. */
  private UUID decide(Decision.Type type, Actor actor, String reason) {
    UUID id = stamps.ids.next();
    decisions.add(
        List.of(new Decision(id, type, actor.auditName(), reason, now(), List.of(), null)));
    return id;
  }

  private Instant now() {
    return stamps.clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
