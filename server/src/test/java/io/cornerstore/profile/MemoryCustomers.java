package io.cornerstore.profile;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Households;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Customers in memory, merged and split by hand. One thread. */
public final class MemoryCustomers implements Customers, Households {

  private final Map<CustomerId, Customer> customers = new TreeMap<>();
  private final Map<CustomerId, CustomerId> mergedInto = new HashMap<>();
  private long version;

  /** An id by number. */
  public static CustomerId id(long number) {
    return new CustomerId(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
  }

  /** Gives a customer exactly these subjects and the next version. */
  public Customer put(CustomerId id, SubjectId... subjects) {
    Customer customer =
        new Customer(
            id,
            CustomerKind.PERSON,
            List.of(subjects),
            ++version,
            false,
            Instant.parse("2026-01-01T00:00:00Z"));
    customers.put(id, customer);
    mergedInto.remove(id);
    return customer;
  }

  /** The second becomes part of the first. */
  public void merge(CustomerId into, CustomerId from) {
    SubjectId[] all =
        java.util.stream.Stream.concat(
                customers.get(into).subjects().stream(), customers.get(from).subjects().stream())
            .sorted()
            .toArray(SubjectId[]::new);
    put(into, all);
    put(from);
    mergedInto.put(from, into);
  }

  @Override
  public Map<SubjectId, CustomerId> current(Collection<SubjectId> subjects) {
    Map<SubjectId, CustomerId> found = new HashMap<>();
    for (Customer customer : customers.values()) {
      customer.subjects().stream()
          .filter(subjects::contains)
          .forEach(subject -> found.put(subject, customer.id()));
    }
    return found;
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(customers.get(mergedInto.getOrDefault(id, id)));
  }

  @Override
  public Map<CustomerId, Customer> find(Collection<CustomerId> ids) {
    Map<CustomerId, Customer> found = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(customer -> found.put(id, customer)));
    return found;
  }

  @Override
  public List<Customer> changedAfter(long after, int limit) {
    return customers.values().stream()
        .filter(customer -> customer.version() > after)
        .sorted(Comparator.comparingLong(Customer::version))
        .limit(limit)
        .toList();
  }

  @Override
  public long count() {
    return customers.values().stream().filter(one -> !one.subjects().isEmpty()).count();
  }

  @Override
  public Optional<Household> of(CustomerId customer) {
    return Optional.empty();
  }
}
