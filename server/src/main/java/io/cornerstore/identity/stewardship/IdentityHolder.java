package io.cornerstore.identity.stewardship;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.assignment.AssignmentWriter;
import io.cornerstore.identity.assignment.Head;
import io.cornerstore.identity.assignment.HeadRow;
import io.cornerstore.identity.assignment.RemovedSubjects;
import io.cornerstore.identity.assignment.StatedRows;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalDataHolder;
import io.cornerstore.kernel.SubjectId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers for the sealed features, and for all that names a subject in this schema. */
public class IdentityHolder implements PersonalDataHolder {

  private final JdbcClient jdbc;
  private final Head head;
  private final AssignmentWriter writer;
  private final RemovedSubjects removed;

  /** Over the main database. */
  public IdentityHolder(JdbcClient jdbc, AssignmentWriter writer, Clock clock) {
    this.jdbc = jdbc;
    this.head = new Head(jdbc);
    this.writer = writer;
    this.removed = new RemovedSubjects(jdbc, clock);
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
    List<CustomerId> concerned = removed.remove(subjects, locked.revision());
    forgetHistory(ArrayText.subjects(subjects));
    new StatedRows(jdbc).remove(subjects);
    head.save(locked.decidedOnce().atVersion(writer.bump(concerned, locked.version())));
  }

  private void forgetHistory(String ids) {
    for (String sql :
        List.of(
            "delete from identity.move where subject = any (cast(:ids as uuid[]))",
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
}
