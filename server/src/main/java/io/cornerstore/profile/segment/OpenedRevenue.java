package io.cornerstore.profile.segment;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.CustomerList;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.Behaviour.ZoneOrigin;
import io.cornerstore.profile.Revenues.Revenue;
import io.cornerstore.profile.history.BehaviourCounts;
import io.cornerstore.profile.history.Goods;
import io.cornerstore.profile.history.History;
import io.cornerstore.profile.history.Zones;
import io.cornerstore.profile.view.Views;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Walks through all customers by id, a page at a time, and adds up what the page of each says they
 * paid less what they got back. Holds the records of one page.
 */
public final class OpenedRevenue implements Function<Instant, Revenue> {

  private static final int PAGE = 500;

  private static final Actor COUNTER =
      new Actor.Machine("segments", Set.of(AccessPurpose.ANALYSIS));

  private static final Zones.Found UTC = new Zones.Found(ZoneOffset.UTC, ZoneOrigin.INSTALLATION);

  private final CustomerList customers;
  private final SourceRecords records;
  private final UnsealPermits permits;
  private final TransactionOperations transactions;

  /** Over the customers and their records. */
  public OpenedRevenue(
      CustomerList customers,
      SourceRecords records,
      UnsealPermits permits,
      TransactionOperations transactions) {
    this.customers = customers;
    this.records = records;
    this.permits = permits;
    this.transactions = transactions;
  }

  @Override
  public Revenue apply(Instant now) {
    UnsealPermit permit =
        transactions.execute(_ ->
            permits.grant(
                COUNTER,
                AccessPurpose.ANALYSIS,
                "profile.revenue",
                List.of("all customers, for sums")));
    RevenueSums sums = new RevenueSums();
    List<Customer> page = customers.after(null, PAGE);
    while (!page.isEmpty()) {
      opened(page, permit).forEach((_, opened) -> add(Views.current(opened), now, sums));
      page = customers.after(page.getLast().id(), PAGE);
    }
    return new Revenue(now, sums.currencies());
  }

  private Map<CustomerId, List<OpenedRecord>> opened(List<Customer> page, UnsealPermit permit) {
    Map<SubjectId, CustomerId> customerOf = HashMap.newHashMap(page.size() * 2);
    for (Customer customer : page) {
      customer.subjects().forEach(subject -> customerOf.put(subject, customer.id()));
    }
    Map<CustomerId, List<OpenedRecord>> opened = HashMap.newHashMap(page.size());
    for (OpenedRecord record : records.open(customerOf.keySet(), permit)) {
      CustomerId customer = customerOf.get(record.record().subject());
      if (customer != null) {
        opened.computeIfAbsent(customer, _ -> new ArrayList<>()).add(record);
      }
    }
    return opened;
  }

  private static void add(List<OpenedRecord> current, Instant now, RevenueSums sums) {
    // The same days as in the grid, so that the money of a cell is that of its customers.
    int[] days =
        current.stream()
            .filter(one -> one.record().type() == InteractionType.PURCHASE)
            .mapToInt(one -> day(one.record().occurredAt()))
            .distinct()
            .toArray();
    if (days.length > 0) {
      int last = IntStream.of(days).max().orElseThrow();
      sums.add(
          Cells.cell(day(now) - last, days.length),
          BehaviourCounts.of(History.of(current), Goods.NONE, UTC, now)
              .recencyFrequencyValue()
              .value());
    }
  }

  private static int day(Instant at) {
    return Math.toIntExact(LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay());
  }
}
