package io.cornerstore.profile;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Households;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.golden.GoldenStore;
import io.cornerstore.profile.history.Cursor;
import io.cornerstore.profile.view.Mask;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens the records of a customer and computes the view from them each time, so that an answer is
 * never older than what is committed; the stored golden records serve history, events and bulk
 * readers.
 */
final class CustomerProfiles implements Profiles {

  /** An audit row names at most so many subjects of one customer beside the customer itself. */
  private static final int SUBJECTS_NAMED = 32;

  record Sources(
      Customers customers, Households households, SourceRecords records, GoldenStore golden) {}

  record Guards(AccessPolicy policy, UnsealPermits permits, AuditTrail audit) {}

  /** Who asks, why, and what the audit row calls it. */
  private record Question(Actor actor, AccessPurpose purpose, String action) {}

  private final Sources sources;
  private final Guards guards;
  private final Views views;
  private final TransactionOperations transactions;

  CustomerProfiles(
      Sources sources, Guards guards, Views views, TransactionOperations transactions) {
    this.sources = sources;
    this.guards = guards;
    this.views = views;
    this.transactions = transactions;
  }

  @Override
  public Optional<CustomerView> view(CustomerId id, Actor actor, AccessPurpose purpose) {
    Question question = new Question(actor, purpose, "profile.view");
    return reading(id, question, customer -> view(customer, id, question));
  }

  private CustomerView view(Customer customer, CustomerId asked, Question question) {
    List<OpenedRecord> opened = open(customer, asked, question);
    CustomerView.Home home =
        sources
            .households()
            .of(customer.id())
            .map(found -> new CustomerView.Home(found.id(), found.members(), found.reasons()))
            .orElse(null);
    return views.view(customer, home, opened, mask(question));
  }

  @Override
  public Page<TimelineEntry> timeline(
      CustomerId id,
      TimelineFilter filter,
      @Nullable String cursor,
      int limit,
      Actor actor,
      AccessPurpose purpose) {
    if (limit < 1 || limit > MAXIMUM_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAXIMUM_PAGE + ", not " + limit);
    }
    Cursor after = cursor == null ? null : Cursor.parse(cursor);
    Question question = new Question(actor, purpose, "profile.timeline");
    return reading(
            id,
            question,
            customer ->
                views.timeline(open(customer, id, question), mask(question), filter, after, limit))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  @Override
  public List<CustomerSummary> summaries(List<CustomerId> ids, Actor actor, AccessPurpose purpose) {
    guards.policy().require(actor, purpose);
    if (ids.isEmpty()) {
      return List.of();
    }
    Question question = new Question(actor, purpose, "profile.summaries");
    return transactions.execute(_ -> summaries(ids, question));
  }

  private List<CustomerSummary> summaries(List<CustomerId> ids, Question question) {
    Map<CustomerId, Customer> found = sources.customers().find(ids);
    Map<CustomerId, Customer> wanted = new LinkedHashMap<>();
    for (CustomerId id : ids) {
      Customer customer = found.get(id);
      if (customer != null && !customer.subjects().isEmpty()) {
        wanted.put(customer.id(), customer);
      }
    }
    Set<String> concerns = new LinkedHashSet<>();
    Map<SubjectId, CustomerId> customerOf = new HashMap<>();
    for (Customer customer : wanted.values()) {
      concerns.addAll(concerns(customer, customer.id()));
      customer.subjects().forEach(subject -> customerOf.put(subject, customer.id()));
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    UnsealPermit permit = grant(question, List.copyOf(concerns));
    Map<CustomerId, List<OpenedRecord>> opened = new HashMap<>();
    for (OpenedRecord record : sources.records().open(customerOf.keySet(), permit)) {
      CustomerId customer = customerOf.get(record.record().subject());
      if (customer != null) {
        opened.computeIfAbsent(customer, _ -> new ArrayList<>()).add(record);
      }
    }
    Mask mask = mask(question);
    return wanted.values().stream()
        .map(one -> views.summary(one, opened.getOrDefault(one.id(), List.of()), mask))
        .toList();
  }

  @Override
  public List<GoldenChange> changes(CustomerId id, int limit, Actor actor, AccessPurpose purpose) {
    Question question = new Question(actor, purpose, "profile.changes");
    return reading(
            id,
            question,
            customer -> {
              note(customer, id, question);
              return sources.golden().changes(customer.id(), limit);
            })
        .orElse(List.of());
  }

  @Override
  public List<RecordedEntry> accessLog(
      CustomerId id, int limit, Actor actor, AccessPurpose purpose) {
    Question question = new Question(actor, purpose, "profile.access-log");
    return reading(
            id,
            question,
            customer -> {
              note(customer, id, question);
              return guards.audit().about(concerns(customer, id), limit);
            })
        .orElse(List.of());
  }

  @Override
  public List<SubjectSummary> subjects(CustomerId id, Actor actor, AccessPurpose purpose) {
    Question question = new Question(actor, purpose, "profile.subjects");
    return reading(
            id, question, customer -> views.subjects(open(customer, id, question), mask(question)))
        .orElse(List.of());
  }

  private <T> Optional<T> reading(CustomerId id, Question question, Function<Customer, T> read) {
    guards.policy().require(question.actor(), question.purpose());
    return transactions.execute(_ ->
        sources.customers().find(id).filter(customer -> !customer.subjects().isEmpty()).map(read));
  }

  private List<OpenedRecord> open(Customer customer, CustomerId asked, Question question) {
    UnsealPermit permit = grant(question, concerns(customer, asked));
    return sources.records().open(customer.subjects(), permit);
  }

  private UnsealPermit grant(Question question, List<String> concerns) {
    return guards
        .permits()
        .grant(question.actor(), question.purpose(), question.action(), concerns);
  }

  private void note(Customer customer, CustomerId asked, Question question) {
    guards
        .audit()
        .append(
            new AuditEntry(
                question.actor().auditName(),
                question.purpose().code(),
                question.action(),
                concerns(customer, asked),
                List.of(),
                ""));
  }

  private Mask mask(Question question) {
    return new Mask(guards.policy().opens(question.actor(), question.purpose()));
  }

  /**
   * The customer, the id it was asked by, and the subjects: a log that survives merge and split.
   */
  private static List<String> concerns(Customer customer, CustomerId asked) {
    Set<String> concerns = new LinkedHashSet<>();
    concerns.add(customer.id().toString());
    concerns.add(asked.toString());
    customer.subjects().stream()
        .limit(SUBJECTS_NAMED)
        .forEach(subject -> concerns.add(subject.toString()));
    return List.copyOf(concerns);
  }
}
