package io.cornerstore.identity.enquiry;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.IdentityStatistics;
import io.cornerstore.identity.resident.ResidentSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Counts by SQL, in one statement. */
@Transactional(readOnly = true)
public class SqlStatistics implements IdentityStatistics {

  private final JdbcClient jdbc;
  private final ResidentSubjects resident;

  /** Over the main database and the subjects of this process. */
  public SqlStatistics(JdbcClient jdbc, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.resident = resident;
  }

  @Override
  public Position position() {
    return jdbc.sql(
            """
            select linked_to, version, (select count(*) from identity.review) from identity.head
            """)
        .query((row, _) -> new Position(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  @Override
  public Figures now() {
    return jdbc.sql(
            """
            with sizes as (
              select count(*) as size from identity.member group by customer)
            select
              (select coalesce(sum(size), 0) from sizes),
              (select count(*) from identity.customer where live and kind = :person),
              (select count(*) from identity.customer where live and kind = :organization),
              (select coalesce(sum(size), 0) from sizes where size > 1),
              (select count(*) from identity.review),
              (select count(*) from identity.customer where live and doubtful),
              (select count(distinct household) from identity.household_member)
            """)
        .param("person", CustomerKind.PERSON.ordinal())
        .param("organization", CustomerKind.ORGANIZATION.ordinal())
        .query((row, _) ->
            new Figures(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                resident.size(),
                resident.isComplete()))
        .single();
  }
}
