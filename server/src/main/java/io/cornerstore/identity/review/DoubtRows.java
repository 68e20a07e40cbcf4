package io.cornerstore.identity.review;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers in doubt and the pairs that hold them together. */
final class DoubtRows {

  private final JdbcClient jdbc;

  DoubtRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A customer in doubt and its subjects, ascending. */
  record Found(CustomerId customer, List<SubjectId> subjects) {}

  /** Those with the most subjects. */
  List<Found> largest(int limit) {
    return jdbc.sql(
            """
            select customer, subjects from (
              select c.customer,
                array(select m.subject from identity.member m where m.customer = c.customer)
                  as subjects
              from identity.customer c where c.live and c.doubtful) d
            order by cardinality(subjects) desc, customer
            limit :limit
            """)
        .param("limit", limit)
        .query((row, _) ->
            new Found(new CustomerId(row.getObject(1, UUID.class)), CaseRows.subjects(row, 2)))
        .list();
  }

  /** The accepted pairs of each of these customers, and what people said of theirs. */
  Map<CustomerId, List<Seam.Link>> links(Collection<CustomerId> customers) {
    Map<CustomerId, List<Seam.Link>> links = new HashMap<>();
    jdbc.sql(
            """
            with mine as (
              select m.subject, m.customer
              from unnest(cast(:customers as uuid[])) as asked (customer)
              join identity.member m using (customer))
            select ma.customer, least(p.a, p.b), greatest(p.a, p.b), max(p.bits) from (
              select e.a, e.b, cast(e.bits as float8) as bits
              from mine join identity.edge e on e.a = mine.subject
              union all
              select d.a, d.b, float8 'infinity'
              from mine join identity.decided_pair d on d.a = mine.subject
              where d.same and d.revoked_by is null) p
            join mine ma on ma.subject = p.a
            join mine mb on mb.subject = p.b and mb.customer = ma.customer
            group by 1, 2, 3
            """)
        .param("customers", ArrayText.customers(customers))
        .query(row -> {
          links
              .computeIfAbsent(new CustomerId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
              .add(
                  new Seam.Link(
                      CaseRows.subject(row, 2), CaseRows.subject(row, 3), row.getDouble(4)));
        });
    return links;
  }

  /** Those of the customers that are in doubt now. */
  Set<CustomerId> stillInDoubt(Collection<CustomerId> customers) {
    return new HashSet<>(
        jdbc.sql(
                """
                select c.customer
                from unnest(cast(:customers as uuid[])) as asked (customer)
                join identity.customer c using (customer)
                where c.live and c.doubtful
                """)
            .param("customers", ArrayText.customers(customers))
            .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
            .list());
  }

  long count() {
    return jdbc.sql("select count(*) from identity.customer where live and doubtful")
        .query(Long.class)
        .single();
  }
}
