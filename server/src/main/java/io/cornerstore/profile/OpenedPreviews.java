package io.cornerstore.profile;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.view.Mask;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.UnsealPermit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the records of all groups together and computes each view from its own. */
final class OpenedPreviews implements Previews {

  /** An audit row names at most so many subjects beside their customers. */
  private static final int SUBJECTS_NAMED = 64;

  private final CustomerProfiles.Sources sources;
  private final CustomerProfiles.Guards guards;
  private final Views views;
  private final TransactionOperations transactions;

  OpenedPreviews(
      CustomerProfiles.Sources sources,
      CustomerProfiles.Guards guards,
      Views views,
      TransactionOperations transactions) {
    this.sources = sources;
    this.guards = guards;
    this.views = views;
    this.transactions = transactions;
  }

  @Override
  public List<CustomerView> of(List<Set<SubjectId>> groups, Actor actor, AccessPurpose purpose) {
    guards.policy().require(actor, purpose);
    Set<SubjectId> all = new TreeSet<>();
    groups.forEach(all::addAll);
    if (all.isEmpty()) {
      return List.of();
    }
    return transactions.execute(_ -> {
      Map<SubjectId, CustomerId> current = sources.customers().current(all);
      Set<String> concerns = new LinkedHashSet<>();
      current.values().forEach(customer -> concerns.add(customer.toString()));
      all.stream().limit(SUBJECTS_NAMED).forEach(subject -> concerns.add(subject.toString()));
      UnsealPermit permit =
          guards.permits().grant(actor, purpose, "profile.preview", List.copyOf(concerns));
      List<OpenedRecord> opened = sources.records().open(all, permit);
      Map<CustomerId, Customer> customers =
          sources.customers().find(new LinkedHashSet<>(current.values()));
      Mask mask = new Mask(guards.policy().opens(actor, purpose));
      return groups.stream()
          .map(group -> supposed(group, current, customers))
          .filter(Objects::nonNull)
          .map(customer -> view(customer, customers, opened, mask))
          .toList();
    });
  }

  private static @Nullable Customer supposed(
      Set<SubjectId> group,
      Map<SubjectId, CustomerId> current,
      Map<CustomerId, Customer> customers) {
    return new TreeSet<>(group)
        .stream()
            .map(current::get)
            .filter(Objects::nonNull)
            .map(customers::get)
            .filter(Objects::nonNull)
            .findFirst()
            .map(one ->
                new Customer(
                    one.id(),
                    one.kind(),
                    List.copyOf(new TreeSet<>(group)),
                    one.version(),
                    false,
                    one.since()))
            .orElse(null);
  }

  private CustomerView view(
      Customer supposed,
      Map<CustomerId, Customer> customers,
      List<OpenedRecord> opened,
      Mask mask) {
    Set<SubjectId> group = Set.copyOf(supposed.subjects());
    List<OpenedRecord> own =
        opened.stream().filter(record -> group.contains(record.record().subject())).toList();
    Customer standing = customers.get(supposed.id());
    boolean asItStands = standing != null && Set.copyOf(standing.subjects()).equals(group);
    return views.view(supposed, asItStands ? home(supposed.id()) : null, own, mask);
  }

  private CustomerView.@Nullable Home home(CustomerId customer) {
    return sources
        .households()
        .of(customer)
        .map(found -> new CustomerView.Home(found.id(), found.members(), found.reasons()))
        .orElse(null);
  }
}
