package io.cornerstore.identity.review;

import io.cornerstore.identity.CaseKey;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Doubtful pairs of {@code identity.review}, one for each pair of customers. */
final class CaseRows {

  private final JdbcClient jdbc;

  CaseRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Two customers, the pair that says most about them, and their subjects.
   *
   * @param total how many cases there are, in a list of them
   */
  record Found(
      CaseKey key,
      double probability,
      CustomerId left,
      CustomerId right,
      List<SubjectId> leftSubjects,
      List<SubjectId> rightSubjects,
      long total) {}

  /** The likeliest by probability times the subjects of the smaller side. */
  List<Found> likeliest(int limit) {
    return jdbc.sql(
            """
            with pair as (
              select r.a, r.b, r.probability, ma.customer as ca, mb.customer as cb
              from identity.review r
              join identity.member ma on ma.subject = r.a
              join identity.member mb on mb.subject = r.b
              where ma.customer <> mb.customer
                and not exists (
                  select 1 from identity.decided_pair d
                  where d.revoked_by is null
                    and (d.a = r.a and d.b = r.b or d.a = r.b and d.b = r.a))
            ),
            best as (
              select distinct on (least(ca, cb), greatest(ca, cb)) a, b, probability, ca, cb
              from pair
              order by least(ca, cb), greatest(ca, cb), probability desc, a, b
            ),
            sides as (
              select a, b, probability, ca, cb,
                array(select m.subject from identity.member m where m.customer = ca) as sa,
                array(select m.subject from identity.member m where m.customer = cb) as sb
              from best
            )
            select a, b, probability, ca, cb, sa, sb, count(*) over () from sides
            order by probability * least(cardinality(sa), cardinality(sb)) desc, a, b
            limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> found(row))
        .list();
  }

  /** The case that this pair names today, if it is still in doubt. */
  Optional<Found> find(CaseKey key) {
    return jdbc
        .sql(
            """
            select r.a, r.b, r.probability, ma.customer, mb.customer,
              array(select m.subject from identity.member m where m.customer = ma.customer),
              array(select m.subject from identity.member m where m.customer = mb.customer),
              1
            from identity.review r
            join identity.member ma on ma.subject = r.a
            join identity.member mb on mb.subject = r.b
            where (r.a = :a and r.b = :b or r.a = :b and r.b = :a)
              and ma.customer <> mb.customer
              and not exists (
                select 1 from identity.decided_pair d
                where d.revoked_by is null
                  and (d.a = r.a and d.b = r.b or d.a = r.b and d.b = r.a))
            """)
        .param("a", key.a().value())
        .param("b", key.b().value())
        .query((row, _) -> found(row))
        .list()
        .stream()
        .findFirst();
  }

  /**
   * Puts a pair back in doubt whose answer was taken back, until the resolver has looked at it
   * again: a steward who presses undo sees the case at once.
   */
  void restore(CaseKey key, double probability) {
    double share = Math.clamp(probability, 1e-9, 1 - 1e-9);
    jdbc.sql(
            """
            insert into identity.review (a, b, pattern, bits, probability)
            select :a, :b, 0, :bits, :probability
            where not exists (
              select 1 from identity.review r where r.a = :b and r.b = :a)
            on conflict do nothing
            """)
        .param("a", key.a().value())
        .param("b", key.b().value())
        .param("bits", Math.log(share / (1 - share)) / Math.log(2))
        .param("probability", probability)
        .update();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new CaseKey(subject(row, 1), subject(row, 2)),
        row.getDouble(3),
        new CustomerId(row.getObject(4, UUID.class)),
        new CustomerId(row.getObject(5, UUID.class)),
        subjects(row, 6),
        subjects(row, 7),
        row.getLong(8));
  }

  static SubjectId subject(ResultSet row, int column) throws SQLException {
    return new SubjectId(row.getObject(column, UUID.class));
  }

  static List<SubjectId> subjects(ResultSet row, int column) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray(column).getArray())
        .map(SubjectId::new)
        .sorted()
        .toList();
  }
}
