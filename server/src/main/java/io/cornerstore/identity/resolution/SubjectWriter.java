package io.cornerstore.identity.resolution;

import io.cornerstore.identity.assignment.ArrayText;
import io.cornerstore.identity.resident.SubjectRow;
import io.cornerstore.kernel.CopyRows;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes {@code identity.subject}, in the transaction of a caller that holds the head's lock. */
final class SubjectWriter {

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  SubjectWriter(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  void write(List<SubjectChange> changes, long revision) {
    List<SubjectId> replaced =
        changes.stream()
            .filter(change -> !change.fresh())
            .map(change -> change.row().subject())
            .toList();
    if (!replaced.isEmpty()) {
      jdbc.sql(
              """
              delete from identity.subject s
              using unnest(cast(:ids as uuid[])) as replaced (subject)
              where s.subject = replaced.subject
              """)
          .param("ids", ArrayText.subjects(replaced))
          .update();
    }
    if (!changes.isEmpty()) {
      CopyRows.into(
          dataSource,
          "identity.subject (subject, kind, source, described, third_party, last_record,"
              + " revision, features)",
          rows -> changes.forEach(change -> writeRow(rows, change.row(), revision)));
    }
  }

  private static void writeRow(CopyRows rows, SubjectRow row, long revision) {
    rows.row(8)
        .uuid(row.subject().value())
        .smallint(row.kind().ordinal())
        .integer(row.source())
        .bool(row.described())
        .bool(row.thirdParty())
        .bigint(row.lastRecord())
        .bigint(revision)
        .bytes(row.features());
  }
}
