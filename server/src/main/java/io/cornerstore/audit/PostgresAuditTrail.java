package io.cornerstore.audit;

import io.cornerstore.kernel.Page;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail as append-only rows. Not final: the transaction rules of the face are a proxy's. */
class PostgresAuditTrail implements AuditTrail {

  private static final int LONGEST_PAGE = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  PostgresAuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Row and index rows in one statement: one round trip. */
  @Override
  public void append(AuditEntry entry) {
    jdbc.sql(
            """
            with appended as (
              insert into audit.entry (at, actor, purpose, action, concerns, fields, note)
              values (:at, :actor, :purpose, :action, :concerns, :fields, :note)
              returning number, concerns)
            insert into audit.concern (concern_hash, number)
            select distinct hashtextextended(concern, 0), appended.number
            from appended, unnest(appended.concerns) concern
            """)
        .param("at", OffsetDateTime.ofInstant(now(), ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("purpose", entry.purpose())
        .param("action", entry.action())
        .param("concerns", entry.concerns().toArray(String[]::new))
        .param("fields", entry.fields().toArray(String[]::new))
        .param("note", entry.note())
        .update();
  }

  @Override
  public List<RecordedEntry> about(List<String> concerns, int limit) {
    if (concerns.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select number, at, actor, purpose, action, concerns, fields, note
            from audit.entry
            where number in (
              select found.number
              from unnest(:concerns::text[]) wanted
              cross join lateral (
                select concern.number from audit.concern concern
                where concern.concern_hash = hashtextextended(wanted, 0)
                order by concern.number desc limit :limit) found)
              and concerns && :concerns::text[]
            order by number desc limit :limit
            """)
        .param("concerns", concerns.toArray(String[]::new))
        .param("limit", bounded(limit))
        .query(PostgresAuditTrail::recorded)
        .list();
  }

  @Override
  public Page<RecordedEntry> newest(@Nullable String cursor, int limit) {
    int size = bounded(limit);
    List<RecordedEntry> rows =
        jdbc.sql(
                """
                select number, at, actor, purpose, action, concerns, fields, note
                from audit.entry where number < :before
                order by number desc limit :limit
                """)
            .param("before", cursor == null ? Long.MAX_VALUE : before(cursor))
            .param("limit", size)
            .query(PostgresAuditTrail::recorded)
            .list();
    return new Page<>(rows, rows.size() < size ? null : Long.toString(rows.getLast().number()));
  }

  private static long before(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a cursor of the audit trail", e);
    }
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, LONGEST_PAGE);
  }

  /** PostgreSQL keeps microseconds: what is read back equals what was written. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RecordedEntry recorded(ResultSet row, int index) throws SQLException {
    return new RecordedEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AuditEntry(
            row.getString("actor"),
            row.getString("purpose"),
            row.getString("action"),
            texts(row.getArray("concerns")),
            texts(row.getArray("fields")),
            row.getString("note")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
