package io.cornerstore.intake.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes bad rows, and lets those go that were read after all (by a mended mapping). */
final class QuarantineRows {

  private QuarantineRows() {}

  static void write(
      Connection connection, SealedBatch batch, boolean[] fresh, @Nullable ImportRun run)
      throws SQLException {
    if (!batch.bad.isEmpty()) {
      insert(connection, batch);
    }
    if (run != null && run.hasQuarantine()) {
      release(connection, batch.entries, fresh);
    }
  }

  private static void insert(Connection connection, SealedBatch batch) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.quarantine
              (message, subject, received_at, line, feed, file, "column", reason, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (message) do nothing\
            """)) {
      for (int i = 0; i < batch.bad.size(); i++) {
        BadRowEntry row = batch.bad.get(i);
        insert.setObject(1, row.message());
        insert.setObject(2, row.subject().value());
        insert.setObject(
            3, row.receivedAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setLong(4, row.line());
        insert.setInt(5, row.feed());
        insert.setString(6, row.file());
        insert.setString(7, row.column());
        insert.setString(8, row.reason());
        insert.setBytes(9, batch.contents.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void release(Connection connection, List<LogEntry> entries, boolean[] fresh)
      throws SQLException {
    List<UUID> messages = new ArrayList<>();
    for (int i = 0; i < fresh.length; i++) {
      UUID message = entries.get(i).message();
      if (fresh[i] && message != null) {
        messages.add(message);
      }
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from intake.quarantine where message = any(?)")) {
      UuidArray.bind(delete, 1, messages);
      delete.executeUpdate();
    }
  }
}
