package io.cornerstore.identity.stewardship;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.Timestamps;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalDataHolder;
import io.cornerstore.kernel.SubjectId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers for the sealed features, and for all that names a subject in this schema. */
public class IdentityHolder implements PersonalDataHolder {

  private final JdbcClient jdbc;
  private final Head head;
  private final AssignmentWriter writer;
  private final Clock clock;

  /** Over the main database. */
  public IdentityHolder(JdbcClient jdbc, AssignmentWriter writer, Clock clock) {
    this.jdbc = jdbc;
    this.head = new Head(jdbc);
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public String schema() {
    return "identity";
  }

  @Override
  @Transactional(readOnly = true)
  public long count(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select (select count(*) from identity.subject
                where subject = any (cast(:ids as uuid[])))
              + (select count(*) from identity.member where subject = any (cast(:ids as uuid[])))
              + (select count(*) from identity.move where subject = any (cast(:ids as uuid[])))
            """)
        .param("ids", ArrayText.subjects(subjects))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Collection<SubjectId> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    HeadRow locked = head.lock().revised();
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
    deleteRows(ids);
    noteRemoval(ids, locked.revision());
    relinkOthers(concerned);
    head.save(locked.decidedOnce().atVersion(writer.bump(concerned, locked.version())));
  }

  private void deleteRows(String ids) {
    for (String sql :
        List.of(
            "delete from identity.subject where subject = any (cast(:ids as uuid[]))",
            "delete from identity.member where subject = any (cast(:ids as uuid[]))",
            "delete from identity.move where subject = any (cast(:ids as uuid[]))",
            "delete from identity.pending where subject = any (cast(:ids as uuid[]))",
            """
            delete from identity.edge where a = any (cast(:ids as uuid[]))
            or b = any (cast(:ids as uuid[]))
            """,
            """
            delete from identity.review where a = any (cast(:ids as uuid[]))
            or b = any (cast(:ids as uuid[]))
            """,
            """
            update identity.verdict
            set subjects_a = array(
                select unnest(subjects_a) except select unnest(cast(:ids as uuid[]))),
              subjects_b = array(
                select unnest(subjects_b) except select unnest(cast(:ids as uuid[]))),
              sampled = false
            where subjects_a && cast(:ids as uuid[]) or subjects_b && cast(:ids as uuid[])
            """,
            """
            delete from identity.decided_pair where a = any (cast(:ids as uuid[]))
            or b = any (cast(:ids as uuid[]))
            """)) {
      jdbc.sql(sql).param("ids", ids).update();
    }
  }

  /* Processes that hold the subject in memory learn of it; after a month none of them can. */
  private void noteRemoval(String ids, long revision) {
    jdbc.sql(
            "delete from identity.removal where at < cast(:now as timestamptz) - interval '30 days'")
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
