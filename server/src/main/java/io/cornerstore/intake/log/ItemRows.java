package io.cornerstore.intake.log;

import io.cornerstore.intake.log.LogEntry.Item;
import io.cornerstore.kernel.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Current versions of things that are replaced, compared and written under the head's lock. */
final class ItemRows {

  /** An item as it stands: known before, or first or again written by entry {@code entry}. */
  private record Version(UUID content, @Nullable Instant at, boolean gone, int entry) {

    boolean isNewerThan(Item item) {
      Instant other = item.versionAt();
      return at != null && other != null && other.isBefore(at);
    }
  }

  /** What a batch does to the items: which entry is the newest of each, and which come late. */
  record Changes(
      Map<UUID, Integer> newest,
      Set<UUID> known,
      List<LogEntry> entries,
      BitSet late,
      int replaced) {}

  /**
   * Finds the newest version of each item. An entry without a receipt that says what its item says
   * already is struck from {@code fresh}; so is one of a file that is read again, unless it waits
   * in quarantine: its thing may have changed since.
   */
  Changes compare(
      Connection connection, List<LogEntry> entries, boolean[] fresh, @Nullable ImportRun run)
      throws SQLException {
    Set<UUID> ids = new LinkedHashSet<>();
    for (int i = 0; i < fresh.length; i++) {
      Item item = entries.get(i).item();
      if (fresh[i] && item != null) {
        ids.add(item.id());
      }
    }
    BitSet late = new BitSet();
    if (ids.isEmpty()) {
      return new Changes(Map.of(), Set.of(), entries, late, 0);
    }
    Map<UUID, Version> versions = current(connection, ids);
    Set<UUID> known = Set.copyOf(versions.keySet());
    boolean again = run != null && run.readsAgain();
    Set<UUID> waiting = again ? QuarantineRows.waiting(connection, entries) : Set.of();
    int replaced = 0;
    for (int i = 0; i < fresh.length; i++) {
      LogEntry entry = entries.get(i);
      Item item = entry.item();
      if (!fresh[i] || item == null) {
        continue;
      }
      Version before = versions.get(item.id());
      boolean past = again && !waiting.contains(item.content());
      if (before != null && entry.message() == null && (past || same(before, item))) {
        fresh[i] = false;
        continue;
      }
      replaced += before != null && !before.gone && !item.gone() ? 1 : 0;
      if (before != null && before.isNewerThan(item)) {
        late.set(i);
      } else {
        versions.put(item.id(), new Version(item.content(), item.versionAt(), item.gone(), i));
      }
    }
    Map<UUID, Integer> newest = new LinkedHashMap<>();
    versions.forEach((id, version) -> {
      if (version.entry >= 0) {
        newest.put(id, version.entry);
      }
    });
    return new Changes(newest, known, entries, late, replaced);
  }

  private static boolean same(Version before, Item item) {
    return before.gone == item.gone() && (item.gone() || before.content.equals(item.content()));
  }

  private static Map<UUID, Version> current(Connection connection, Set<UUID> ids)
      throws SQLException {
    Map<UUID, Version> versions = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select found.item, found.content, found.version_at, found.gone
              from unnest(?) as asked (item)
             cross join lateral (
                     select item, content, version_at, gone from intake.feed_item
                      where feed_item.item = asked.item limit 1) as found\
            """)) {
      UuidArray.bind(select, 1, ids);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          OffsetDateTime at = rows.getObject(3, OffsetDateTime.class);
          versions.put(
              rows.getObject(1, UUID.class),
              new Version(
                  rows.getObject(2, UUID.class),
                  at == null ? null : at.toInstant(),
                  rows.getBoolean(4),
                  -1));
        }
      }
    }
    return versions;
  }

  /** New items by COPY, known ones by an update each. */
  void write(Connection connection, Changes changes, long[] ids) throws SQLException {
    CopyRows rows = new CopyRows();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update intake.feed_item
               set subject = ?, content = ?, version_at = ?, record = ?, kind = ?, gone = ?
             where item = ?\
            """)) {
      int updates = 0;
      for (Map.Entry<UUID, Integer> change : changes.newest().entrySet()) {
        LogEntry entry = changes.entries().get(change.getValue());
        @Nullable Item item = entry.item();
        if (item == null) {
          continue;
        }
        if (changes.known().contains(change.getKey())) {
          update.setObject(1, entry.subject().value());
          update.setObject(2, item.content());
          Instant at = item.versionAt();
          update.setObject(
              3, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
          update.setLong(4, ids[change.getValue()]);
          update.setInt(5, entry.kind().ordinal());
          update.setBoolean(6, item.gone());
          update.setObject(7, change.getKey());
          update.addBatch();
          updates++;
        } else {
          put(rows, entry, item, ids[change.getValue()]);
        }
      }
      if (updates > 0) {
        update.executeBatch();
      }
    }
    rows.send(
        connection,
        """
        intake.feed_item (item, subject, content, version_at, record, feed, kind, gone)\
        """);
  }

  private static void put(CopyRows rows, LogEntry entry, Item item, long id) {
    rows.row(8);
    rows.uuid(item.id());
    rows.uuid(entry.subject().value());
    rows.uuid(item.content());
    if (item.versionAt() == null) {
      rows.nothing();
    } else {
      rows.timestamp(item.versionAt());
    }
    rows.bigint(id);
    rows.integer(entry.origin().feed());
    rows.smallint(entry.kind().ordinal());
    rows.bool(item.gone());
  }
}
