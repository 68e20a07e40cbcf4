package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.resident.ResidentSubjects;
import io.cornerstore.kernel.CopyRows;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.linkage.ScoredPair;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pairs behind the customers: those accepted ({@code identity.edge}) and those a person should
 * look at ({@code identity.review}).
 */
final class LinkedPairs {

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final ResidentSubjects resident;

  LinkedPairs(JdbcClient jdbc, DataSource dataSource, ResidentSubjects resident) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.resident = resident;
  }

  /** Everything was linked anew. */
  void replaceAll(Linked linked) {
    jdbc.sql("delete from identity.edge").update();
    jdbc.sql("delete from identity.review").update();
    insert(linked);
  }

  /** These subjects, and no others, were linked anew. */
  void replace(Collection<SubjectId> subjects, Linked linked) {
    String ids = ArrayText.subjects(subjects);
    for (String sql :
        List.of(
            """
            delete from identity.edge p using unnest(cast(:ids as uuid[])) as relinked (subject)
            where p.a = relinked.subject
            """,
            """
            delete from identity.review p using unnest(cast(:ids as uuid[])) as relinked (subject)
            where p.a = relinked.subject
            """,
            """
            delete from identity.review p using unnest(cast(:ids as uuid[])) as relinked (subject)
            where p.b = relinked.subject
            """)) {
      jdbc.sql(sql).param("ids", ids).update();
    }
    insert(linked);
  }

  private void insert(Linked linked) {
    if (!linked.edges().isEmpty()) {
      CopyRows.into(
          dataSource,
          "identity.edge (a, b, pattern, bits)",
          rows -> writeDistinct(linked.edges(), rows, false));
    }
    if (!linked.review().isEmpty()) {
      CopyRows.into(
          dataSource,
          "identity.review (a, b, pattern, bits, probability)",
          rows -> writeDistinct(linked.review(), rows, true));
    }
  }

  private void writeDistinct(List<ScoredPair> pairs, CopyRows rows, boolean withProbability) {
    Set<Long> written = new HashSet<>();
    for (ScoredPair pair : pairs) {
      if (!written.add((long) pair.a() << 32 | pair.b())) {
        continue;
      }
      UUID a = resident.subjectOf(pair.a()).value();
      UUID b = resident.subjectOf(pair.b()).value();
      rows.row(withProbability ? 5 : 4).uuid(a).uuid(b).bigint(pair.pattern()).real(pair.bits());
      if (withProbability) {
        rows.real(pair.probability());
      }
    }
  }
}
