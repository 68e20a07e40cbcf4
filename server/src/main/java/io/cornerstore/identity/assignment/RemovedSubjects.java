package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes subjects out of what stands: they are nobody's any more, what hung on them is linked again,
 * and a customer without subjects has ended. Decisions of people about them stay: should a subject
 * come back, they still hold. In the transaction of a caller that holds the lock of the head.
 */
public final class RemovedSubjects {

  private static final List<String> STANDING =
      List.of(
          "delete from identity.subject where subject = any (cast(:ids as uuid[]))",
          "delete from identity.member where subject = any (cast(:ids as uuid[]))",
          "delete from identity.pending where subject = any (cast(:ids as uuid[]))",
          """
          delete from identity.edge where a = any (cast(:ids as uuid[]))
          or b = any (cast(:ids as uuid[]))
          """,
          """
          delete from identity.review where a = any (cast(:ids as uuid[]))
          or b = any (cast(:ids as uuid[]))
          """);

  private final JdbcClient jdbc;
  private final Clock clock;

  /** Over the main database. */
  public RemovedSubjects(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Removes the subjects.
   *
   * @return the customers they belonged to, which need a new version
   */
  public List<CustomerId> remove(Collection<SubjectId> subjects, long revision) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    String ids = ArrayText.subjects(subjects);
    List<CustomerId> concerned =
        jdbc.sql(
                """
                select distinct customer from identity.member
                where subject = any (cast(:ids as uuid[]))
                """)
            .param("ids", ids)
            .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
            .list();
    STANDING.forEach(sql -> jdbc.sql(sql).param("ids", ids).update());
    noteRemoval(ids, revision);
    relinkOthers(concerned);
    return concerned;
  }

  /* Processes that hold the subject in memory learn of it; after a month none of them can. */
  private void noteRemoval(String ids, long revision) {
    jdbc.sql(
            "delete from identity.removal where at < cast(:now as timestamptz) - interval '30"
                + " days'")
        .param("now", Timestamps.parameter(clock.instant()))
        .update();
    jdbc.sql(
            """
            insert into identity.removal (subject, revision, at)
            select unnest(cast(:ids as uuid[])), :revision, :now
            on conflict (subject) do update set revision = excluded.revision, at = excluded.at
            """)
        .param("ids", ids)
        .param("revision", revision)
        .param("now", Timestamps.parameter(clock.instant()))
        .update();
  }

  private void relinkOthers(List<CustomerId> customers) {
    String ids = ArrayText.customers(customers);
    jdbc.sql(
            """
            insert into identity.pending (subject)
            select subject from identity.member where customer = any (cast(:ids as uuid[]))
            on conflict do nothing
            """)
        .param("ids", ids)
        .update();
    jdbc.sql(
            """
            update identity.customer c set live = false, merged_into = null
            where c.customer = any (cast(:ids as uuid[])) and not exists (
              select 1 from identity.member m where m.customer = c.customer)
            """)
        .param("ids", ids)
        .update();
    jdbc.sql(
            """
            delete from identity.household_member h
            where h.customer = any (cast(:ids as uuid[])) and not exists (
              select 1 from identity.member m where m.customer = h.customer)
            """)
        .param("ids", ids)
        .update();
  }
}
