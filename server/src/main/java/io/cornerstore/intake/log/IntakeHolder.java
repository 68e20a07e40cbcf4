package io.cornerstore.intake.log;

import io.cornerstore.kernel.PersonalDataHolder;
import io.cornerstore.kernel.SubjectId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers for what intake holds of a subject: log, index, items, masked values. Receipts stay: they
 * name nobody, and without them the next import would bring the subject back.
 */
public class IntakeHolder implements PersonalDataHolder {

  private static final List<String> ERASURES =
      List.of(
          "delete from intake.screening_review where subject = any(:subjects)",
          "delete from intake.lookup where subject = any(:subjects)",
          "delete from intake.feed_item where subject = any(:subjects)",
          "delete from intake.quarantine where subject = any(:subjects)",
          "delete from intake.interpretation where subject = any(:subjects)",
          "delete from intake.source_record where subject = any(:subjects)");

  private final JdbcClient jdbc;

  /** Over the main database. */
  public IntakeHolder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String schema() {
    return "intake";
  }

  @Override
  @Transactional(readOnly = true)
  public long count(Collection<SubjectId> subjects) {
    return jdbc.sql(
            """
            select count(*) from intake.source_record
             where subject = any(:subjects) and not reread\
            """)
        .param("subjects", array(subjects))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Collection<SubjectId> subjects) {
    SqlArrayValue array = array(subjects);
    for (String erasure : ERASURES) {
      jdbc.sql(erasure).param("subjects", array).update();
    }
  }

  private static SqlArrayValue array(Collection<SubjectId> subjects) {
    return UuidArray.of(subjects.stream().map(SubjectId::value).toList());
  }
}
