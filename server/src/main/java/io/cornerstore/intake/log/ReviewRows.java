package io.cornerstore.intake.log;

import io.cornerstore.intake.log.LogEntry.Asked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Lists masked values for a person's judgement. */
final class ReviewRows {

  private ReviewRows() {}

  static void write(Connection connection, List<LogEntry> entries, long[] ids) throws SQLException {
    if (entries.stream().allMatch(entry -> entry.asked().isEmpty())) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.screening_review (record, subject, field, kind)
            values (?, ?, ?, ?)\
            """)) {
      for (int i = 0; i < ids.length; i++) {
        for (Asked asked : ids[i] > 0 ? entries.get(i).asked() : List.<Asked>of()) {
          insert.setLong(1, ids[i]);
          insert.setObject(2, entries.get(i).subject().value());
          insert.setString(3, asked.field());
          insert.setString(4, asked.kind());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
