package io.cornerstore.intake.log;

import io.cornerstore.intake.log.LogEntry.Item;
import io.cornerstore.intake.log.LogEntry.Origin;
import io.cornerstore.kernel.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;

/** Rows of the log itself, and its head. */
final class RecordRows {

  private static final long PARTITION = 10_000_000;

  private volatile long partitions = 1;
  private volatile long epoch;

  /** How often index entries were removed, as of the last lock of the head. */
  long epoch() {
    return epoch;
  }

  /** Locks the head until commit and returns the newest entry's place. */
  long lockHead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select last, epoch from intake.log_head for update")) {
      if (!row.next()) {
        throw new SQLException("intake.log_head is empty");
      }
      epoch = row.getLong(2);
      return row.getLong(1);
    }
  }

  void copy(Connection connection, SealedBatch batch, BitSet late, long[] ids, long last)
      throws SQLException {
    ensurePartitions(connection, last);
    CopyRows rows = new CopyRows();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] > 0) {
        put(rows, ids[i], batch.entries.get(i), late.get(i), batch.documents.get(i));
        byte[] received = batch.received.get(i);
        rows.bytes(received.length == 0 ? null : received);
      }
    }
    rows.send(
        connection,
        """
        intake.source_record (id, occurred_at, received_at, subject, item, feed, fields,
          source, kind, channel, party, basis, trust, type, gone, late,
          document, content, version_at, received)\
        """);
    moveHead(connection, last, false);
  }

  /**
   * Moves the head.
   *
   * @param removed index entries were removed: what processes remember of them is outdated
   */
  void moveHead(Connection connection, long last, boolean removed) throws SQLException {
    try (PreparedStatement head =
        connection.prepareStatement("update intake.log_head set last = ?, epoch = epoch + ?")) {
      head.setLong(1, last);
      head.setInt(2, removed ? 1 : 0);
      head.executeUpdate();
    }
  }

  private static void put(CopyRows rows, long id, LogEntry entry, boolean late, byte[] document) {
    Origin origin = entry.origin();
    Item item = entry.item();
    rows.row(20);
    rows.bigint(id);
    rows.timestamp(entry.occurredAt());
    rows.timestamp(entry.receivedAt());
    rows.uuid(entry.subject().value());
    rows.uuid(item == null ? null : item.id());
    rows.integer(origin.feed());
    rows.integer(entry.fields().bits());
    rows.smallint(origin.source());
    rows.smallint(entry.kind().ordinal());
    rows.smallint(origin.channel().ordinal());
    rows.smallint(origin.party().ordinal());
    rows.smallint(origin.basis().ordinal());
    rows.smallint(origin.trust());
    if (entry.type() == null) {
      rows.nothing();
    } else {
      rows.smallint(entry.type().ordinal());
    }
    rows.bool(item != null && item.gone());
    rows.bool(late);
    rows.bytes(document.length == 0 ? null : document);
    rows.uuid(item == null ? null : item.content());
    Instant versionAt = item == null ? null : item.versionAt();
    if (versionAt == null) {
      rows.nothing();
    } else {
      rows.timestamp(versionAt);
    }
  }

  /** Built beside the log and attached, which does not lock readers out. */
  void ensurePartitions(Connection connection, long last) throws SQLException {
    for (long p = partitions; p <= last / PARTITION; p++) {
      try (Statement statement = connection.createStatement()) {
        String name = "intake.source_record_p" + p;
        try (ResultSet known =
            statement.executeQuery("select to_regclass('" + name + "') is not null")) {
          known.next();
          if (known.getBoolean(1)) {
            continue;
          }
        }
        statement.execute("create table " + name + " (like intake.source_record including all)");
        statement.execute(
            "alter table intake.source_record attach partition %s for values from (%d) to (%d)"
                .formatted(name, p * PARTITION, (p + 1) * PARTITION));
      }
    }
  }
}
