package io.cornerstore.intake.log;

import io.cornerstore.kernel.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receipts of messages, written under the lock of the head, so nobody else writes between looking
 * and writing. Usually all of a batch are new: then one COPY does it. When that meets a known one
 * it is taken back and the batch is looked up first, as are the next ones until a batch is all new.
 */
final class Receipts {

  private volatile boolean expectKnown;

  /**
   * Which of the admitted entries (null: all) are new; their receipts are written. Those without a
   * receipt count as new.
   */
  boolean[] keepNew(Connection connection, List<LogEntry> entries, @Nullable BitSet admitted)
      throws SQLException {
    boolean[] fresh = new boolean[entries.size()];
    Set<UUID> batch = HashSet.newHashSet(entries.size());
    for (int i = 0; i < fresh.length; i++) {
      UUID message = entries.get(i).message();
      fresh[i] = (admitted == null || admitted.get(i)) && (message == null || batch.add(message));
    }
    if (batch.isEmpty()) {
      return fresh;
    }
    if (expectKnown || !copyOf(entries, fresh).sendUnlessKnown(connection, COPY)) {
      Set<UUID> known = known(connection, batch);
      for (int i = 0; i < fresh.length; i++) {
        fresh[i] &= !known.contains(entries.get(i).message());
      }
      copyOf(entries, fresh).send(connection, COPY);
      expectKnown = !known.isEmpty();
    }
    return fresh;
  }

  private static final String COPY = "intake.receipt (message, feed)";

  private static CopyRows copyOf(List<LogEntry> entries, boolean[] fresh) {
    CopyRows rows = new CopyRows();
    for (int i = 0; i < fresh.length; i++) {
      LogEntry entry = entries.get(i);
      if (fresh[i] && entry.message() != null) {
        rows.row(2);
        rows.uuid(entry.message());
        rows.integer(entry.origin().feed());
      }
    }
    return rows;
  }

  /**
   * Which of these messages are in the log. One probe of the index each: {@code limit} keeps the
   * planner from a filter over the table, which it prefers while the table is small and, its plan
   * kept, goes on with when it is not.
   */
  static Set<UUID> known(Connection connection, Collection<UUID> messages) throws SQLException {
    Set<UUID> known = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select found.message
              from unnest(?) as asked (message)
             cross join lateral (
                     select message from intake.receipt
                      where receipt.message = asked.message limit 1) as found\
            """)) {
      UuidArray.bind(select, 1, messages);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return known;
  }

  /** How many of these are in the log by way of another feed of the same source. */
  static long knownElsewhere(Connection connection, int feed, Collection<UUID> messages)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select count(*)
              from unnest(?) as asked (message)
             cross join lateral (
                     select feed from intake.receipt
                      where receipt.message = asked.message limit 1) as found
             where found.feed <> ?\
            """)) {
      UuidArray.bind(select, 1, new ArrayList<>(messages));
      select.setInt(2, feed);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
