package io.cornerstore.intake.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts a batch by feed, in its own transaction. Ordered by feed, so that no two can block. */
final class FeedMinutes {

  private static final String ADD =
      """
      insert into intake.feed_minute as m (feed, minute, accepted, duplicates, quarantined, refused)
      values (?, date_trunc('minute', now()), ?, ?, ?, ?)
      on conflict (feed, minute) do update
        set accepted = m.accepted + excluded.accepted,
            duplicates = m.duplicates + excluded.duplicates,
            quarantined = m.quarantined + excluded.quarantined,
            refused = m.refused + excluded.refused\
      """;

  private FeedMinutes() {}

  static void write(Connection connection, SealedBatch batch, long[] ids) throws SQLException {
    Map<Integer, long[]> counts = new TreeMap<>();
    List<LogEntry> entries = batch.entries;
    for (int i = 0; i < ids.length; i++) {
      counts
          .computeIfAbsent(entries.get(i).origin().feed(), _ -> new long[4])[ids[i] > 0 ? 0 : 1]++;
    }
    for (BadRowEntry bad : batch.bad) {
      counts.computeIfAbsent(bad.feed(), _ -> new long[4])[2]++;
    }
    add(connection, counts);
  }

  /** Adds accepted, duplicates, quarantined and refused. */
  static void add(Connection connection, Map<Integer, long[]> counts) throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (Map.Entry<Integer, long[]> feed : counts.entrySet()) {
        insert.setInt(1, feed.getKey());
        for (int i = 0; i < 4; i++) {
          insert.setLong(2 + i, feed.getValue()[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
