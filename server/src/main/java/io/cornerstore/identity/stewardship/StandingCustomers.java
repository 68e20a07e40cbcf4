package io.cornerstore.identity.stewardship;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Decision;
import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.StatedRows;
import io.cornerstore.identity.assignment.Timestamps;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as decisions find and leave them, under the lock of the head. */
public final class StandingCustomers {

  private static final CustomerKind[] KINDS = CustomerKind.values();

  private final JdbcClient jdbc;
  private final AssignmentWriter writer;

  /** Over the main database. */
  public StandingCustomers(JdbcClient jdbc, AssignmentWriter writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  /** A customer that has subjects. */
  record Standing(CustomerId id, CustomerKind kind, Instant since, List<SubjectId> subjects) {}

  /** Those of the customers that live, the oldest first. */
  List<Standing> oldestFirst(Collection<CustomerId> customers) {
    return jdbc.sql(
            """
            select c.customer, c.kind, c.since,
              array(select m.subject from identity.member m where m.customer = c.customer)
            from identity.customer c
            where c.live and c.customer = any (cast(:ids as uuid[]))
            order by c.since, c.customer
            """)
        .param("ids", ArrayText.customers(customers))
        .query((row, _) ->
            new Standing(
                new CustomerId(row.getObject(1, UUID.class)),
                KINDS[row.getInt(2)],
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Arrays.stream((UUID[]) row.getArray(4).getArray())
                    .map(SubjectId::new)
                    .sorted()
                    .toList()))
        .list();
  }

  /** All subjects of these customers. */
  Set<SubjectId> subjects(Collection<CustomerId> customers) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select subject from identity.member
                where customer = any (cast(:ids as uuid[]))
                """)
            .param("ids", ArrayText.customers(customers))
            .query((row, _) -> new SubjectId(row.getObject(1, UUID.class)))
            .list());
  }

  /** Those of the subjects that linkage compares: what staff stated follows them. */
  Set<SubjectId> compared(Collection<SubjectId> subjects) {
    Set<SubjectId> compared = new TreeSet<>(subjects);
    compared.removeAll(new StatedRows(jdbc).among(subjects));
    return compared;
  }

  /** Has the resolver look at these subjects again. */
  void linkAgain(Collection<SubjectId> subjects) {
    jdbc.sql(
            """
            insert into identity.pending (subject)
            select m.subject from unnest(cast(:ids as uuid[])) as asked (subject)
            join identity.member m using (subject)
            on conflict do nothing
            """)
        .param("ids", ArrayText.subjects(subjects))
        .update();
  }

  /**
   * Somebody said that the customer is one: it is in doubt no more, and the resolver looks at it
   * again, bound by that. Returns the last version given.
   */
  long settle(CustomerId customer, Collection<SubjectId> subjects, long lastVersion) {
    jdbc.sql("update identity.customer set doubtful = false where customer = :customer")
        .param("customer", customer.value())
        .update();
    linkAgain(subjects);
    return writer.bump(Set.of(customer), lastVersion);
  }

  /** Brings a customer into being; it gets its members and its version by the moves. */
  void form(CustomerId customer, CustomerKind kind, Instant since) {
    jdbc.sql(
            """
            insert into identity.customer (customer, kind, version, doubtful, since, live)
            select :customer, :kind, -1, false, :since, false
            """)
        .param("customer", customer.value())
        .param("kind", kind.ordinal())
        .param("since", Timestamps.parameter(since))
        .update();
  }

  /**
   * Moves subjects. Customers that lose all end and lead to where their subjects went; customers
   * that gain some live. All get new versions; returns the last.
   */
  long carryOut(List<Decision.Move> moves, long lastVersion) {
    Set<CustomerId> concerned = new TreeSet<>();
    for (Decision.Move move : moves) {
      concerned.add(move.from());
      concerned.add(move.to());
    }
    writer.move(moves);
    jdbc.sql(
            """
            update identity.customer c
            set live = n.live, merged_into = case when n.live then null else n.target end
            from (
              select id, exists (
                  select 1 from identity.member m where m.customer = id) as live,
                (select min(cast(t.target as text)) from unnest(
                  cast(:from as uuid[]), cast(:to as uuid[])) as t (source, target)
                  where t.source = id)::uuid as target
              from unnest(cast(:ids as uuid[])) as asked (id)
            ) n
            where c.customer = n.id
            """)
        .param("ids", ArrayText.customers(concerned))
        .param("from", ArrayText.of(moves, move -> move.from().toString()))
        .param("to", ArrayText.of(moves, move -> move.to().toString()))
        .update();
    jdbc.sql(
            """
            delete from identity.household_member h using identity.customer c
            where h.customer = c.customer and not c.live
              and c.customer = any (cast(:ids as uuid[]))
            """)
        .param("ids", ArrayText.customers(concerned))
        .update();
    jdbc.sql(
            """
            insert into identity.pending (subject)
            select subject from identity.member where customer = any (cast(:ids as uuid[]))
            on conflict do nothing
            """)
        .param("ids", ArrayText.customers(concerned))
        .update();
    new StatedRows(jdbc).anchorAnew(concerned);
    return writer.bump(concerned, lastVersion);
  }
}
