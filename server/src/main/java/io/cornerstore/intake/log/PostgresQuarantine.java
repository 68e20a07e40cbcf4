package io.cornerstore.intake.log;

import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.QuarantinedRow.Settled;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Bad rows in PostgreSQL. */
public class PostgresQuarantine implements Quarantine {

  private final JdbcClient jdbc;
  private final Vault vault;

  /** Over the main database and the vault. */
  public PostgresQuarantine(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  @Transactional(readOnly = true)
  public List<QuarantinedRow> newest(int limit) {
    return rows(Filter.WAITING, null, limit).items();
  }

  @Override
  @Transactional(readOnly = true)
  public Page<QuarantinedRow> rows(Filter filter, @Nullable String cursor, int limit) {
    List<QuarantinedRow> rows =
        jdbc.sql(
                """
                select q.id, s.code || ' ' || f.name, q.file, q.line, q."column", q.reason,
                       q.received_at, q.settled_at, q.settled_by, q.outcome, q.record
                  from intake.quarantine q
                  join intake.feed f on f.id = q.feed
                  join intake.source s on s.id = f.source
                 where (q.settled_at is not null) = :settled
                   and (cast(:feed as integer) is null or q.feed = :feed)
                   and (cast(:reason as text) is null or q.reason = :reason)
                   and q.id < :before
                 order by q.id desc
                 limit :limit\
                """)
            .param("settled", filter.settled())
            .param("feed", filter.feed())
            .param("reason", filter.reason())
            .param("before", cursor == null ? Long.MAX_VALUE : place(cursor))
            .param("limit", limit + 1)
            .query((row, _) -> row(row))
            .list();
    return rows.size() <= limit
        ? new Page<>(rows, null)
        : new Page<>(rows.subList(0, limit), String.valueOf(rows.get(limit - 1).id()));
  }

  private static long place(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the cursor is none of this list", e);
    }
  }

  private static QuarantinedRow row(ResultSet row) throws SQLException {
    OffsetDateTime settled = row.getObject(8, OffsetDateTime.class);
    return new QuarantinedRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        settled == null
            ? null
            : new Settled(
                settled.toInstant(), row.getString(9), row.getString(10), row.getLong(11)));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Long> countsByReason() {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select reason, count(*) from intake.quarantine
             where settled_at is null
             group by reason order by count(*) desc, reason\
            """)
        .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Group> groups() {
    return jdbc.sql(
            """
            select f.id, s.code || ' ' || f.name, q.reason, count(*), min(q.received_at),
                   max(q.received_at)
              from intake.quarantine q
              join intake.feed f on f.id = q.feed
              join intake.source s on s.id = f.source
             where q.settled_at is null
             group by f.id, s.code, f.name, q.reason
             order by count(*) desc, f.id, q.reason\
            """)
        .query((row, _) ->
            new Group(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> open(long id, UnsealPermit permit) {
    return waiting(List.of(id), permit).stream().findFirst().map(row -> row.content().asText());
  }

  /** A row that waits or whose content is still kept, opened. */
  @Personal
  public record Opened(
      long id,
      int feed,
      UUID message,
      String file,
      long line,
      @Nullable String column,
      String reason,
      @Nullable Long run,
      OffsetDateTime receivedAt,
      boolean settled,
      RowContent content) {

    @Override
    public String toString() {
      return "Opened[" + id + "]";
    }
  }

  @Personal
  private static final class Sealed {
    final Opened row;
    final SubjectId subject;
    final byte[] content;

    Sealed(Opened row, SubjectId subject, byte[] content) {
      this.row = row;
      this.subject = subject;
      this.content = content;
    }

    SubjectId subject() {
      return subject;
    }

    @Override
    public String toString() {
      return "Sealed[" + row.id() + "]";
    }
  }

  /** These rows with their content; those without any, or whose key is gone, are left out. */
  @Transactional(readOnly = true)
  public List<Opened> waiting(List<Long> ids, UnsealPermit permit) {
    List<Sealed> rows =
        jdbc.sql(
                """
                select id, feed, message, file, line, "column", reason, run, received_at,
                       settled_at is not null, subject, content
                  from intake.quarantine
                 where id = any(:ids) and content is not null
                 order by id\
                """)
            .param("ids", ids.toArray(Long[]::new))
            .query((row, _) -> sealed(row))
            .list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Keyring keys = vault.opening(rows.stream().map(Sealed::subject).distinct().toList(), permit);
    return rows.stream()
        .filter(row -> keys.has(row.subject))
        .map(row -> {
          byte[] plain = keys.open(row.subject, LogAppender.CONTENT, row.content);
          return with(row.row, RowContent.decode(plain));
        })
        .toList();
  }

  private static Opened with(Opened row, RowContent content) {
    return new Opened(
        row.id,
        row.feed,
        row.message,
        row.file,
        row.line,
        row.column,
        row.reason,
        row.run,
        row.receivedAt,
        row.settled,
        content);
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    long run = row.getLong(8);
    boolean known = !row.wasNull();
    return new Sealed(
        new Opened(
            row.getLong(1),
            row.getInt(2),
            row.getObject(3, UUID.class),
            row.getString(4),
            row.getLong(5),
            row.getString(6),
            row.getString(7),
            known ? (Long) run : null,
            row.getObject(9, OffsetDateTime.class),
            row.getBoolean(10),
            new RowContent.Text("")),
        new SubjectId(row.getObject(11, UUID.class)),
        row.getBytes(12));
  }

  /** Rows that wait in a feed for a reason (null: any), after that one, ascending. */
  @Transactional(readOnly = true)
  public List<Long> ids(int feed, @Nullable String reason, long after, int limit) {
    return jdbc.sql(
            """
            select id from intake.quarantine
             where feed = :feed and (cast(:reason as text) is null or reason = :reason)
               and settled_at is null and id > :after
             order by id
             limit :limit\
            """)
        .param("feed", feed)
        .param("reason", reason)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> Long.valueOf(row.getLong(1)))
        .list();
  }

  /** Notes why rows that were tried again still cannot be read; joins the caller's transaction. */
  public void refusedAgain(long id, @Nullable String column, String reason) {
    jdbc.sql(
            """
            update intake.quarantine set "column" = :column, reason = :reason
             where id = :id and settled_at is null\
            """)
        .param("column", column)
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  /** Settles rows without taking them; their content goes. Joins the caller's transaction. */
  public int discard(List<Long> ids, String by, OffsetDateTime at) {
    return jdbc.sql(
            """
            update intake.quarantine
               set settled_at = :at, settled_by = :by, outcome = 'discarded', content = null
             where id = any(:ids) and settled_at is null\
            """)
        .param("at", at)
        .param("by", by)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }
}
