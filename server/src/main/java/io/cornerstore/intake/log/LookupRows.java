package io.cornerstore.intake.log;

import io.cornerstore.intake.log.LogEntry.Token;
import io.cornerstore.kernel.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Entries of the blind index. A subject's lines repeat the same few tokens, so those written lately
 * are remembered by a 64-bit mark in a direct-mapped table of 2 MiB; what slips through costs a
 * probe of the index, never a second row.
 *
 * <p>Used under the lock of the head by one thread at a time.
 */
final class LookupRows {

  private static final int SLOTS = 1 << 18;
  private static final int CAUTIOUS_BATCHES = 16;

  private final long[] written = new long[SLOTS];
  private List<Long> pending = new ArrayList<>();
  private int cautious;
  private long epoch;

  private record Row(int field, UUID token, UUID subject) {
    long mark() {
      long mark =
          (token.getLeastSignificantBits() * 0x9E3779B97F4A7C15L)
              ^ (subject.getMostSignificantBits() * 0xC2B2AE3D27D4EB4FL)
              ^ subject.getLeastSignificantBits();
      return (mark ^ token.getMostSignificantBits()) * 31 + field + 1;
    }
  }

  synchronized void write(
      Connection connection, List<LogEntry> entries, boolean[] fresh, long current)
      throws SQLException {
    if (current != epoch) {
      Arrays.fill(written, 0);
      epoch = current;
    }
    List<Row> rows = unwritten(entries, fresh);
    if (rows.isEmpty()) {
      return;
    }
    if (cautious == 0 && copy(connection, rows)) {
      return;
    }
    cautious = cautious == 0 ? CAUTIOUS_BATCHES : cautious - 1;
    insert(connection, rows);
  }

  /** The rows of the last write are durable: they need not be written again. */
  synchronized void committed() {
    for (long mark : pending) {
      written[slot(mark)] = mark;
    }
    pending = new ArrayList<>();
  }

  private List<Row> unwritten(List<LogEntry> entries, boolean[] fresh) {
    pending = new ArrayList<>();
    Set<Row> rows = new HashSet<>();
    for (int i = 0; i < fresh.length; i++) {
      if (!fresh[i]) {
        continue;
      }
      LogEntry entry = entries.get(i);
      for (Token token : entry.tokens()) {
        Row row = new Row(token.field().ordinal(), token.token(), entry.subject().value());
        long mark = row.mark();
        if (written[slot(mark)] != mark && rows.add(row)) {
          pending.add(mark);
        }
      }
    }
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::token));
    return sorted;
  }

  private static int slot(long mark) {
    return (int) ((mark ^ (mark >>> 32)) & (SLOTS - 1));
  }

  private static boolean copy(Connection connection, List<Row> rows) throws SQLException {
    CopyRows copy = new CopyRows();
    for (Row row : rows) {
      copy.row(3);
      copy.uuid(row.token());
      copy.uuid(row.subject());
      copy.smallint(row.field());
    }
    return copy.sendUnlessKnown(connection, "intake.lookup (token, subject, field)");
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    StringBuilder fields = new StringBuilder("{");
    for (Row row : rows) {
      fields.append(fields.length() > 1 ? "," : "").append(row.field());
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.lookup (token, subject, field)
            select token, subject, field
              from unnest(?, ?, cast(? as smallint[]))
                as t (token, subject, field)
            on conflict do nothing\
            """)) {
      UuidArray.bind(insert, 1, rows.stream().map(Row::token).toList());
      UuidArray.bind(insert, 2, rows.stream().map(Row::subject).toList());
      insert.setString(3, fields.append('}').toString());
      insert.executeUpdate();
    }
  }
}
