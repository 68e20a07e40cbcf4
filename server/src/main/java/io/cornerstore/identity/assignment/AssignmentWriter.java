package io.cornerstore.identity.assignment;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CopyRows;
import io.cornerstore.kernel.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes plans into {@code identity.customer} and {@code identity.member}, in the transaction of a
 * caller that holds the lock of the head.
 */
public final class AssignmentWriter {

  private static final int CHUNK = 20_000;

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  /** Over the main database. */
  public AssignmentWriter(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /**
   * Writes the plan and gives new versions to all customers it concerns and to those touched.
   *
   * @return the last version given
   */
  public long write(Plan plan, ResidentSubjects resident, Memberships standing, Stamp stamp) {
    long version = insert(plan.formed(), stamp);
    join(plan.groups(), resident, standing);
    for (int from = 0; from < plan.moves().size(); from += CHUNK) {
      move(plan.moves().subList(from, Math.min(plan.moves().size(), from + CHUNK)));
    }
    for (int from = 0; from < plan.changed().size(); from += CHUNK) {
      change(plan.changed().subList(from, Math.min(plan.changed().size(), from + CHUNK)));
    }
    for (int from = 0; from < plan.ended().size(); from += CHUNK) {
      end(plan.ended().subList(from, Math.min(plan.ended().size(), from + CHUNK)));
    }
    Set<CustomerId> bumped = new LinkedHashSet<>();
    plan.changed().forEach(assigned -> bumped.add(assigned.customer()));
    plan.moves().forEach(move -> bumped.add(move.from()));
    bumped.addAll(stamp.touched());
    return bump(bumped, version);
  }

  /** Gives new versions to these customers, from the one after {@code last}; returns the last. */
  public long bump(Collection<CustomerId> customers, long last) {
    if (customers.isEmpty()) {
      return last;
    }
    int given =
        jdbc.sql(
                """
                update identity.customer c set version = :last + n.number
                from unnest(cast(:customers as uuid[])) with ordinality as n (customer, number)
                where c.customer = n.customer
                """)
            .param("last", last)
            .param("customers", ArrayText.customers(customers))
            .update();
    return given == 0 ? last : last + customers.size();
  }

  /** Moves subjects to other customers. */
  public void move(List<Decision.Move> moves) {
    if (moves.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update identity.member m set customer = n.customer
            from unnest(cast(:subjects as uuid[]), cast(:customers as uuid[]))
              as n (subject, customer)
            where m.subject = n.subject
            """)
        .param("subjects", ArrayText.of(moves, move -> move.subject().toString()))
        .param("customers", ArrayText.of(moves, move -> move.to().toString()))
        .update();
  }

  /** Marks customers as ended. */
  public void end(List<Plan.Ended> ended) {
    jdbc.sql(
            """
            update identity.customer c set live = false, merged_into = n.target
            from unnest(cast(:customers as uuid[]), cast(:targets as uuid[]))
              as n (customer, target)
            where c.customer = n.customer
            """)
        .param("customers", ArrayText.of(ended, end -> end.customer().toString()))
        .param("targets", ArrayText.of(ended, end -> end.into() == null ? "null" : end.into() + ""))
        .update();
    jdbc.sql("delete from identity.household_member where customer = any (cast(:ids as uuid[]))")
        .param("ids", ArrayText.of(ended, end -> end.customer().toString()))
        .update();
  }

  /** Inserts one customer without members. */
  public void insert(CustomerId customer, CustomerKind kind, Instant since, long version) {
    CopyRows.into(
        dataSource,
        "identity.customer (customer, kind, version, doubtful, since, live)",
        rows -> customerRow(rows, customer, kind, false, since, version));
  }

  private long insert(List<Plan.Assigned> formed, Stamp stamp) {
    if (!formed.isEmpty()) {
      CopyRows.into(
          dataSource,
          "identity.customer (customer, kind, version, doubtful, since, live)",
          rows -> {
            long version = stamp.version();
            for (Plan.Assigned assigned : formed) {
              Group group = assigned.group();
              customerRow(
                  rows, assigned.customer(), group.kind(), group.doubtful(), stamp.at(), ++version);
            }
          });
    }
    return stamp.version() + formed.size();
  }

  private static void customerRow(
      CopyRows rows,
      CustomerId customer,
      CustomerKind kind,
      boolean doubtful,
      Instant since,
      long version) {
    rows.row(6)
        .uuid(customer.value())
        .smallint(kind.ordinal())
        .bigint(version)
        .bool(doubtful)
        .bigint(Timestamps.micros(since))
        .bool(true);
  }

  private void join(List<Plan.Assigned> groups, ResidentSubjects resident, Memberships standing) {
    CopyRows.into(
        dataSource,
        "identity.member (subject, customer)",
        rows -> {
          for (Plan.Assigned assigned : groups) {
            for (int i = 0; i < assigned.group().size(); i++) {
              int handle = assigned.group().handle(i);
              if (standing.customerOf(handle) < 0) {
                rows.row(2)
                    .uuid(resident.subjectOf(handle).value())
                    .uuid(assigned.customer().value());
              }
            }
          }
        });
  }

  private void change(List<Plan.Assigned> changed) {
    jdbc.sql(
            """
            update identity.customer c
            set kind = n.kind, doubtful = n.doubtful, live = true, merged_into = null
            from unnest(cast(:customers as uuid[]), cast(:kinds as smallint[]),
                cast(:doubts as boolean[])) as n (customer, kind, doubtful)
            where c.customer = n.customer
            """)
        .param("customers", ArrayText.of(changed, assigned -> assigned.customer().toString()))
        .param("kinds", ArrayText.of(changed, assigned -> assigned.group().kind().ordinal() + ""))
        .param("doubts", ArrayText.of(changed, assigned -> assigned.group().doubtful() + ""))
        .update();
  }
}
