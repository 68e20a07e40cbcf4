package io.cornerstore.intake.log;

import io.cornerstore.intake.log.LogEntry.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes bad rows, and settles those that were read after all (by a mended mapping). */
final class QuarantineRows {

  private QuarantineRows() {}

  static void write(
      Connection connection, SealedBatch batch, boolean[] fresh, @Nullable ImportRun run)
      throws SQLException {
    if (!batch.bad.isEmpty()) {
      insert(connection, batch, run);
    }
    if (run != null && run.hasQuarantine()) {
      release(connection, batch.entries, fresh, run);
    }
  }

  private static void insert(Connection connection, SealedBatch batch, @Nullable ImportRun run)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.quarantine
              (message, subject, received_at, line, feed, file, "column", reason, content, run)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        insert.setObject(10, run == null ? null : run.id(), Types.BIGINT);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Which of these rows could not be read before and wait. */
  static Set<UUID> waiting(Connection connection, List<LogEntry> entries) throws SQLException {
    Set<UUID> waiting = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select message from intake.quarantine where message = any(?) and settled_at is"
                + " null")) {
      UuidArray.bind(
          select,
          1,
          entries.stream().map(QuarantineRows::message).filter(Objects::nonNull).toList());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          waiting.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return waiting;
  }

  /** What the row of an entry is listed by: its receipt, or its content where it has none. */
  private static @Nullable UUID message(LogEntry entry) {
    Item item = entry.item();
    return entry.message() != null || item == null ? entry.message() : item.content();
  }

  private static void release(
      Connection connection, List<LogEntry> entries, boolean[] fresh, ImportRun run)
      throws SQLException {
    List<UUID> messages = new ArrayList<>();
    for (int i = 0; i < fresh.length; i++) {
      UUID message = message(entries.get(i));
      if (fresh[i] && message != null) {
        messages.add(message);
      }
    }
    try (PreparedStatement release =
        connection.prepareStatement(
            """
            update intake.quarantine
               set settled_at = now(), settled_by = ?, outcome = 'released', settled_run = ?
             where message = any(?) and settled_at is null\
            """)) {
      release.setString(1, "import:" + run.id());
      release.setLong(2, run.id());
      UuidArray.bind(release, 3, messages);
      release.executeUpdate();
    }
  }
}
