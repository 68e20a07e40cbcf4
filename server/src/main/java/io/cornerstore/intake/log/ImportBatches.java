package io.cornerstore.intake.log;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which entries and receipts a run wrote: sixteen bytes an entry, in one row a batch. */
final class ImportBatches {

  private static final UUID NONE = new UUID(0, 0);

  private ImportBatches() {}

  /** Notes the new entries of a batch, which follow each other without a gap. */
  static void write(
      Connection connection, ImportRun run, List<LogEntry> entries, long[] ids, int accepted)
      throws SQLException {
    ByteBuffer messages = ByteBuffer.allocate(accepted * 16);
    long last = 0;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] > 0) {
        UUID message = entries.get(i).message();
        UUID kept = message == null ? NONE : message;
        messages.putLong(kept.getMostSignificantBits()).putLong(kept.getLeastSignificantBits());
        last = ids[i];
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into intake.import_batch (first, last, run, messages) values (?, ?, ?, ?)")) {
      insert.setLong(1, last - accepted + 1);
      insert.setLong(2, last);
      insert.setLong(3, run.id());
      insert.setBytes(4, messages.array());
      insert.executeUpdate();
    }
  }

  /**
   * The receipts of the entries in {@code undone_record}, wherever they were written: a row that
   * was replayed stands in the batch of its replay.
   */
  static List<UUID> receipts(Connection connection) throws SQLException {
    List<UUID> receipts = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select b.first, b.messages, array_agg(u.id order by u.id)
                  from undone_record u
                  join intake.import_batch b on u.id between b.first and b.last
                 group by b.first, b.messages\
                """);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        long first = rows.getLong(1);
        ByteBuffer messages = ByteBuffer.wrap(rows.getBytes(2));
        for (Long id : (Long[]) rows.getArray(3).getArray()) {
          int at = Math.toIntExact(id - first) * 16;
          UUID message = new UUID(messages.getLong(at), messages.getLong(at + 8));
          if (!message.equals(NONE)) {
            receipts.add(message);
          }
        }
      }
    }
    return receipts;
  }
}
