package io.cornerstore.identity.assignment;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some customers as they stand, and which of them each handle belongs to. Read under the lock of
 * the head, so that it stays true until the transaction ends. What staff stated is left out: it
 * follows its anchor. Not thread-safe.
 */
public final class Memberships {

  private static final CustomerKind[] KINDS = CustomerKind.values();
  private static final int NONE = -1;

  private final JdbcClient jdbc;
  private final ResidentSubjects resident;
  private final List<StandingCustomer> customers = new ArrayList<>();
  private final int[] customerOf;
  private int[] members = new int[64];
  private int count;

  private Memberships(JdbcClient jdbc, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.resident = resident;
    customerOf = new int[resident.capacity()];
    Arrays.fill(customerOf, NONE);
  }

  /** All customers there are. */
  public static Memberships all(JdbcClient jdbc, ResidentSubjects resident) {
    Memberships memberships = new Memberships(jdbc, resident);
    jdbc.sql(
            """
            select m.subject, m.customer, c.kind, c.doubtful, c.since
            from identity.member m join identity.customer c using (customer)
            where not exists (select 1 from identity.stated s where s.subject = m.subject)
            order by m.customer
            """)
        .withFetchSize(5_000)
        .query(memberships::add);
    return memberships;
  }

  /** The customers of these subjects, with all their members. */
  public static Memberships of(
      JdbcClient jdbc, ResidentSubjects resident, Collection<SubjectId> subjects) {
    Memberships memberships = new Memberships(jdbc, resident);
    jdbc.sql(
            """
            with concerned as materialized (
              select distinct m.customer
              from unnest(cast(:subjects as uuid[])) as asked (subject)
              join identity.member m using (subject)
            )
            select m.subject, m.customer, c.kind, c.doubtful, c.since
            from concerned
            join identity.member m using (customer)
            join identity.customer c using (customer)
            where not exists (select 1 from identity.stated s where s.subject = m.subject)
            order by m.customer
            """)
        .param("subjects", ArrayText.subjects(subjects))
        .query(memberships::add);
    return memberships;
  }

  private void add(ResultSet row) throws SQLException {
    CustomerId id = new CustomerId(row.getObject(2, UUID.class));
    int last = customers.size() - 1;
    if (last >= 0 && customers.get(last).id().equals(id)) {
      customers.set(last, customers.get(last).withSize(customers.get(last).size() + 1));
    } else {
      last++;
      customers.add(
          new StandingCustomer(
              id,
              KINDS[row.getInt(3)],
              row.getBoolean(4),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              1));
    }
    int handle = resident.handleOf(new SubjectId(row.getObject(1, UUID.class)));
    if (handle >= 0) {
      customerOf[handle] = last;
      members = count == members.length ? Arrays.copyOf(members, count * 2) : members;
      members[count++] = handle;
    }
  }

  /** How many customers are here. */
  public int size() {
    return customers.size();
  }

  /** The n-th customer. */
  public StandingCustomer customer(int n) {
    return customers.get(n);
  }

  /** The number of the customer that the handle belongs to, or -1. */
  public int customerOf(int handle) {
    return handle < customerOf.length ? customerOf[handle] : NONE;
  }

  /**
   * Every customer that these handles ever were of, by handle, in the order of coming there; one
   * that a handle came back to stands again. Of handles that never moved there is nothing.
   */
  Map<Integer, List<CustomerId>> visits(Collection<Integer> handles) {
    Map<Integer, List<CustomerId>> visits = new HashMap<>();
    jdbc.sql(
            """
            select v.subject, v.from_customer, v.to_customer
            from unnest(cast(:subjects as uuid[])) as asked (subject)
            join identity.move v using (subject)
            order by v.number
            """)
        .param("subjects", ArrayText.subjects(handles.stream().map(resident::subjectOf).toList()))
        .query(row -> {
          int handle = resident.handleOf(new SubjectId(row.getObject(1, UUID.class)));
          List<CustomerId> path = visits.computeIfAbsent(handle, _ -> new ArrayList<>());
          CustomerId from = new CustomerId(row.getObject(2, UUID.class));
          if (path.isEmpty() || !path.getLast().equals(from)) {
            path.add(from);
          }
          path.add(new CustomerId(row.getObject(3, UUID.class)));
        });
    return visits;
  }

  /** Every customer that each of these handles was of before, and is not of any more. */
  Map<Integer, Set<CustomerId>> former(Collection<Integer> handles) {
    Map<Integer, Set<CustomerId>> former = new HashMap<>();
    jdbc.sql(
            """
            select v.subject, v.from_customer
            from unnest(cast(:subjects as uuid[])) as asked (subject)
            join identity.move v using (subject)
            """)
        .param("subjects", ArrayText.subjects(handles.stream().map(resident::subjectOf).toList()))
        .query(row -> {
          int handle = resident.handleOf(new SubjectId(row.getObject(1, UUID.class)));
          CustomerId customer = new CustomerId(row.getObject(2, UUID.class));
          if (!customer.equals(customers.get(customerOf(handle)).id())) {
            former.computeIfAbsent(handle, _ -> new HashSet<>()).add(customer);
          }
        });
    return former;
  }

  /** Those of these customers that were merged into others and can come back. */
  Set<CustomerId> ended(Collection<CustomerId> asked) {
    return new HashSet<>(
        jdbc.sql(
                """
                select customer from identity.customer
                where customer = any (cast(:customers as uuid[]))
                  and not live and merged_into is not null
                """)
            .param("customers", ArrayText.customers(asked))
            .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
            .list());
  }

  /** All handles that belong to one of the customers here. */
  public int[] handles() {
    return Arrays.copyOf(members, count);
  }
}
