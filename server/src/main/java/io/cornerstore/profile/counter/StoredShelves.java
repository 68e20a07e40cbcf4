package io.cornerstore.profile.counter;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Shelves as rows of ids; an id that was merged away shows the customer it became. */
public class StoredShelves implements Shelves {

  private static final Statement.Kind[] KINDS = Statement.Kind.values();
  private static final int LOOKED_AT = 30;
  private static final int STATED = 5;

  private final JdbcClient jdbc;
  private final Customers customers;
  private final Profiles profiles;
  private final Clock clock;

  /** Over the main database. */
  public StoredShelves(JdbcClient jdbc, Customers customers, Profiles profiles, Clock clock) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void visited(Actor.Staff staff, CustomerId customer) {
    put(
        """
        insert into profile.visited (staff, customer, at) values (:staff, :customer, :at)
        on conflict (staff, customer) do update set at = excluded.at
        """,
        staff,
        customer);
    jdbc.sql(
            """
            delete from profile.visited v using (
              select customer from profile.visited where staff = :staff
              order by at desc offset :most) old
            where v.staff = :staff and v.customer = old.customer
            """)
        .param("staff", staff.id())
        .param("most", MOST_VISITED)
        .update();
  }

  @Override
  @Transactional
  public void pin(Actor.Staff staff, CustomerId customer) {
    put(
        """
        insert into profile.pinned (staff, customer, at) values (:staff, :customer, :at)
        on conflict (staff, customer) do nothing
        """,
        staff,
        customer);
    jdbc.sql(
            """
            delete from profile.pinned p using (
              select customer from profile.pinned where staff = :staff
              order by at desc offset :most) old
            where p.staff = :staff and p.customer = old.customer
            """)
        .param("staff", staff.id())
        .param("most", MOST_PINNED)
        .update();
  }

  @Override
  @Transactional
  public void unpin(Actor.Staff staff, CustomerId customer) {
    List<UUID> same =
        today(pinned(staff)).entrySet().stream()
            .filter(each -> each.getValue().id().equals(customer))
            .map(each -> each.getKey().value())
            .toList();
    for (UUID id : same) {
      jdbc.sql("delete from profile.pinned where staff = :staff and customer = :customer")
          .param("staff", staff.id())
          .param("customer", id)
          .update();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isPinned(Actor.Staff staff, CustomerId customer) {
    return today(pinned(staff)).values().stream().anyMatch(one -> one.id().equals(customer));
  }

  @Override
  @Transactional
  public Shelf of(Actor.Staff staff, AccessPurpose purpose, int limit) {
    Set<CustomerId> pinned = standing(pinned(staff), limit);
    Set<CustomerId> recent = standing(visitedLately(staff), limit + pinned.size());
    recent.removeAll(pinned);
    List<CustomerId> shown = new ArrayList<>(pinned);
    List<CustomerId> shownRecent = recent.stream().limit(limit).toList();
    shown.addAll(shownRecent);
    // Nobody is opened who will not be shown.
    Set<CustomerId> stated = purpose.equals(AccessPurpose.SERVICE) ? lateStatements() : Set.of();
    stated.stream().filter(one -> !shown.contains(one)).forEach(shown::add);
    // One reading for all three lists.
    Map<CustomerId, CustomerSummary> opened = new HashMap<>();
    profiles.summaries(shown, staff, purpose).forEach(one -> opened.put(one.id(), one));
    return new Shelf(among(opened, pinned), among(opened, shownRecent), among(opened, stated));
  }

  private static List<CustomerSummary> among(
      Map<CustomerId, CustomerSummary> opened, Collection<CustomerId> wanted) {
    return wanted.stream().map(opened::get).filter(Objects::nonNull).toList();
  }

  /** For whom something was written down last. */
  private Set<CustomerId> lateStatements() {
    List<SubjectId> subjects =
        jdbc.sql(
                """
                select subject from profile.statement where withdrawn_at is null
                order by at desc limit :most
                """)
            .param("most", LOOKED_AT)
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .list();
    Map<SubjectId, CustomerId> current = customers.current(subjects);
    Set<CustomerId> late = new LinkedHashSet<>();
    subjects.stream()
        .map(current::get)
        .filter(Objects::nonNull)
        .takeWhile(_ -> late.size() < STATED)
        .forEach(late::add);
    return late;
  }

  @Override
  @Transactional(readOnly = true)
  public Written written(Actor.Staff staff, Duration back) {
    Map<Statement.Kind, Long> all = new EnumMap<>(Statement.Kind.class);
    Map<Statement.Kind, Long> own = new EnumMap<>(Statement.Kind.class);
    jdbc.sql(
            """
            select kind, count(*) as everybody, count(*) filter (where actor = :actor) as own
            from profile.statement where withdrawn_at is null and at >= :since
            group by kind
            """)
        .param("actor", staff.auditName())
        .param("since", clock.instant().minus(back).atOffset(ZoneOffset.UTC))
        .query(row -> {
          Statement.Kind kind = KINDS[row.getInt("kind")];
          all.put(kind, row.getLong("everybody"));
          own.put(kind, row.getLong("own"));
        });
    return new Written(all, own);
  }

  private void put(String sql, Actor.Staff staff, CustomerId customer) {
    jdbc.sql(sql)
        .param("staff", staff.id())
        .param("customer", customer.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<CustomerId> pinned(Actor.Staff staff) {
    return jdbc.sql("select customer from profile.pinned where staff = :staff order by at desc")
        .param("staff", staff.id())
        .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  private List<CustomerId> visitedLately(Actor.Staff staff) {
    return jdbc.sql("select customer from profile.visited where staff = :staff order by at desc")
        .param("staff", staff.id())
        .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
        .list();
  }

  private Map<CustomerId, Customer> today(List<CustomerId> ids) {
    return customers.find(ids);
  }

  private Set<CustomerId> standing(List<CustomerId> ids, int limit) {
    Map<CustomerId, Customer> today = today(ids);
    Set<CustomerId> standing = new LinkedHashSet<>();
    ids.stream()
        .map(today::get)
        .filter(Objects::nonNull)
        .map(Customer::id)
        .takeWhile(_ -> standing.size() < limit)
        .forEach(standing::add);
    return standing;
  }
}
