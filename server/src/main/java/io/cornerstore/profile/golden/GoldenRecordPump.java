package io.cornerstore.profile.golden;

import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.GoldenRecordChanged;
import io.cornerstore.profile.GoldenRecords;
import io.cornerstore.profile.GoldenRecordsChangedInBulk;
import io.cornerstore.profile.golden.GoldenStore.Change;
import io.cornerstore.profile.golden.GoldenStore.Golden;
import io.cornerstore.profile.survivorship.Pointer;
import io.cornerstore.profile.survivorship.Survivorship;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Follows the customers batch by batch, each batch in one transaction. Thread-safe. */
public final class GoldenRecordPump implements GoldenRecords {

  /** Customers of one batch: bounds the memory that their records' metadata take. */
  private static final int BATCH = 1_000;

  /** From so many changed customers at once on it is a load, and nobody is told one by one. */
  private static final int BULK = 100;

  /** Where the pump reads. */
  public record Feeds(Customers customers, SourceRecords records) {}

  private final Feeds feeds;
  private final GoldenStore store;
  private final Survivorship survivorship;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** All parts; each batch runs in one transaction of {@code transactions}. */
  public GoldenRecordPump(
      Feeds feeds,
      GoldenStore store,
      Survivorship survivorship,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.feeds = feeds;
    this.store = store;
    this.survivorship = survivorship;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void catchUp(Consumer<Progress> progress) throws InterruptedException {
    catchUp(progress, () -> false);
  }

  /** As {@link #catchUp(Consumer)}, but ends between two batches once {@code stopped}. */
  void catchUp(Consumer<Progress> progress, BooleanSupplier stopped) throws InterruptedException {
    long done = 0;
    while (!stopped.getAsBoolean() && !idle()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the golden records wait for the next start");
      }
      Progress batch = transactions.execute(_ -> batch());
      done += batch.done();
      progress.accept(new Progress(done, batch.version()));
    }
  }

  @Override
  public long version() {
    return store.progress();
  }

  /** Whether there is nothing to do, found out without a lock. */
  boolean idle() {
    return feeds.customers().changedAfter(store.progress(), 1).isEmpty();
  }

  private Progress batch() {
    long from = store.lockProgress();
    List<Customer> changed = feeds.customers().changedAfter(from, BATCH);
    if (changed.isEmpty()) {
      return new Progress(0, from);
    }
    write(changed, from);
    long until = changed.getLast().version();
    store.advance(until);
    return new Progress(changed.size(), until);
  }

  private void write(List<Customer> changed, long from) {
    Map<CustomerId, Golden> stored = store.find(changed.stream().map(Customer::id).toList());
    Map<CustomerId, List<SourceRecord>> records = records(changed);
    List<Golden> written = new ArrayList<>();
    List<CustomerId> ended = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Customer customer : changed) {
      Golden before = stored.get(customer.id());
      if (customer.subjects().isEmpty()) {
        ended.add(customer.id());
        continue;
      }
      Golden after = golden(customer, records.getOrDefault(customer.id(), List.of()));
      if (before == null || !before.sameAs(after)) {
        written.add(after);
      }
      FieldSet fields = before == null ? FieldSet.NONE : changes(before, after);
      if (fields.bits() != 0) {
        changes.add(new Change(customer.id(), customer.version(), fields));
      }
    }
    Instant now = clock.instant();
    store.write(written, now);
    store.delete(ended);
    store.note(changes, now);
    if (changed.size() < BULK) {
      changes.forEach(change ->
          events.publishEvent(
              new GoldenRecordChanged(change.customer(), change.version(), change.fields())));
    } else if (!changes.isEmpty()) {
      events.publishEvent(new GoldenRecordsChangedInBulk(from, changed.getLast().version()));
    }
  }

  private Map<CustomerId, List<SourceRecord>> records(List<Customer> changed) {
    Map<SubjectId, CustomerId> customerOf = HashMap.newHashMap(changed.size() * 2);
    for (Customer customer : changed) {
      customer.subjects().forEach(subject -> customerOf.put(subject, customer.id()));
    }
    Map<CustomerId, List<SourceRecord>> records = HashMap.newHashMap(changed.size());
    for (SourceRecord record : feeds.records().of(customerOf.keySet())) {
      CustomerId customer = customerOf.get(record.subject());
      if (customer != null) {
        records.computeIfAbsent(customer, _ -> new ArrayList<>(4)).add(record);
      }
    }
    return records;
  }

  private Golden golden(Customer customer, List<SourceRecord> records) {
    List<SourceRecord> current = Survivorship.current(records);
    return new Golden(
        customer.id(),
        customer.version(),
        survivorship.leaders(current),
        survivorship.electors(current));
  }

  /**
   * The fields that another record leads now, that appeared or vanished, or that others may find
   * mistyped now.
   */
  private FieldSet changes(Golden before, Golden after) {
    int bits = changes(before.pointers(), after.pointers()).bits();
    List<FieldSet> slipping = survivorship.slipping();
    for (int i = 0; i < slipping.size(); i++) {
      if (before.electors(i) != after.electors(i)) {
        bits |= slipping.get(i).bits() & known(after);
      }
    }
    return new FieldSet(bits);
  }

  private static int known(Golden golden) {
    int bits = 0;
    for (Pointer pointer : golden.pointers()) {
      bits |= 1 << pointer.field().ordinal();
    }
    return bits;
  }

  /** The fields that another record leads now, or that appeared or vanished. */
  static FieldSet changes(List<Pointer> before, List<Pointer> after) {
    Map<Integer, SourceRecordId> winners = new HashMap<>();
    before.forEach(pointer -> winners.put(pointer.field().ordinal(), pointer.record()));
    int bits = 0;
    for (Pointer pointer : after) {
      if (!pointer.record().equals(winners.remove(pointer.field().ordinal()))) {
        bits |= 1 << pointer.field().ordinal();
      }
    }
    for (int gone : winners.keySet()) {
      bits |= 1 << gone;
    }
    return new FieldSet(bits);
  }
}
