package io.cornerstore.intake.log;

import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.log.LogEntry.Item;
import io.cornerstore.intake.log.LogEntry.Origin;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.SubjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** What snapshots need beyond the log: which items stand, and one snapshot of a feed at a time. */
public final class ItemLog {

  private static final int BATCH = 2000;
  private static final long LOCK_SPACE = 0x696E74616B65L << 16;
  private static final SubjectKind[] KINDS = SubjectKind.values();

  private final DataSource source;

  /** Over the main database. */
  public ItemLog(DataSource source) {
    this.source = source;
  }

  /** Runs while no other process imports this feed. */
  public void alone(int feed, Runnable work) {
    try (Connection connection = source.getConnection();
        PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)");
        PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
      lock.setLong(1, LOCK_SPACE + feed);
      lock.execute();
      try {
        work.run();
      } finally {
        unlock.setLong(1, LOCK_SPACE + feed);
        unlock.execute();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of feed " + feed + " cannot be had", e);
    }
  }

  /** Entries that say "gone" for the items of a feed that are missing, in batches. */
  public void missing(
      Origin origin, Predicate<UUID> seen, Instant now, Consumer<List<LogEntry>> sink) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select item, subject, content, kind from intake.feed_item
               where feed = ? and not gone\
              """)) {
        select.setFetchSize(BATCH);
        select.setInt(1, origin.feed());
        List<LogEntry> batch = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            UUID item = rows.getObject(1, UUID.class);
            if (!seen.test(item)) {
              batch.add(gone(origin, rows, item, now));
            }
            if (batch.size() == BATCH) {
              sink.accept(batch);
              batch = new ArrayList<>();
            }
          }
        }
        if (!batch.isEmpty()) {
          sink.accept(batch);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the items of feed " + origin.feed() + " cannot be read", e);
    }
  }

  /** The content of the items that stand, of those asked for. */
  public Map<UUID, UUID> contents(List<UUID> items) {
    Map<UUID, UUID> contents = new HashMap<>();
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select found.item, found.content
                  from unnest(?) as asked (item)
                 cross join lateral (
                         select item, content, gone from intake.feed_item
                          where feed_item.item = asked.item limit 1) as found
                 where not found.gone\
                """)) {
      UuidArray.bind(select, 1, items);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          contents.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
        }
      }
      return contents;
    } catch (SQLException e) {
      throw new IllegalStateException("the items of a feed cannot be read", e);
    }
  }

  private static LogEntry gone(Origin origin, ResultSet row, UUID item, Instant now)
      throws SQLException {
    return new LogEntry(
        null,
        origin,
        new SubjectId(row.getObject(2, UUID.class)),
        KINDS[row.getShort(4)],
        new Item(item, row.getObject(3, UUID.class), true, null),
        FieldSet.NONE,
        null,
        now,
        now,
        null,
        List.of(),
        List.of(),
        null);
  }
}
