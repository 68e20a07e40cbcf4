package io.cornerstore.intake.log;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entries as they were received and as they are read, for reading them again. */
public final class Interpretations {

  private final JdbcTemplate jdbc;
  private final Vault vault;
  private final RecordRows records = new RecordRows();
  private final Rereading rereading;

  /** Over the main database and the vault. */
  public Interpretations(JdbcTemplate jdbc, Vault vault, BlindTokens tokens) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.rereading = new Rereading(vault, tokens, records);
  }

  /** An entry as it stands; without what was received when that is not kept. */
  public static final class Standing {
    private final long id;
    private final SubjectId subject;
    private final Instant receivedAt;
    private final Instant occurredAt;
    private final @Nullable UUID item;
    private final @Nullable UUID content;
    private final int[] codes;
    private final byte[] document;
    private final RowContent.@Nullable Fields received;

    private Standing(ResultSet row) throws SQLException {
      id = row.getLong(1);
      subject = new SubjectId(row.getObject(2, UUID.class));
      receivedAt = row.getObject(3, OffsetDateTime.class).toInstant();
      occurredAt = row.getObject(4, OffsetDateTime.class).toInstant();
      item = row.getObject(5, UUID.class);
      content = row.getObject(6, UUID.class);
      int type = row.getInt(13);
      boolean typed = !row.wasNull();
      codes =
          new int[] {
            row.getInt(7),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            row.getInt(11),
            row.getInt(12),
            typed ? type : -1
          };
      byte[] sealed = row.getBytes(14);
      document = sealed == null ? new byte[0] : sealed;
      received = null;
    }

    private Standing(Standing sealed, byte[] document, RowContent.@Nullable Fields received) {
      this.id = sealed.id;
      this.subject = sealed.subject;
      this.receivedAt = sealed.receivedAt;
      this.occurredAt = sealed.occurredAt;
      this.item = sealed.item;
      this.content = sealed.content;
      this.codes = sealed.codes;
      this.document = document;
      this.received = received;
    }

    /** Place in the log. */
    public long id() {
      return id;
    }

    /** Whom it is about. */
    public SubjectId subject() {
      return subject;
    }

    /** When it came. */
    public Instant receivedAt() {
      return receivedAt;
    }

    /** When it happened. */
    public Instant occurredAt() {
      return occurredAt;
    }

    /** The thing it is a version of. */
    public @Nullable UUID item() {
      return item;
    }

    /** Keyed hash of its row. */
    public @Nullable UUID content() {
      return content;
    }

    /** What the row said. */
    public RowContent.@Nullable Fields received() {
      return received;
    }

    /** Whether it says the same already. */
    public boolean says(SubjectId about, LogEntry entry, byte[] encoded) {
      return about.equals(subject)
          && entry.occurredAt().equals(occurredAt)
          && Arrays.equals(codesOf(entry), codes)
          && Arrays.equals(encoded, document);
    }
  }

  /** An entry as it shall be. */
  public static final class Anew {
    private final Standing standing;
    private final LogEntry entry;
    private final SubjectId subject;
    private final byte[] document;

    /** In the place of a standing one. */
    public Anew(Standing standing, LogEntry entry, SubjectId subject, byte[] document) {
      this.standing = standing;
      this.entry = entry;
      this.subject = subject;
      this.document = document.clone();
    }
  }

  /** The codes of an entry that are compared and written: fields, kind, channel, party, … */
  private static int[] codesOf(LogEntry entry) {
    return new int[] {
      entry.fields().bits(),
      entry.kind().ordinal(),
      entry.origin().channel().ordinal(),
      entry.origin().party().ordinal(),
      entry.origin().basis().ordinal(),
      entry.origin().trust(),
      entry.type() == null ? -1 : entry.type().ordinal()
    };
  }

  /** How many entries of a feed stand. */
  public long count(int feed) {
    Long count =
        jdbc.queryForObject(
            """
            select count(*) from intake.source_record
             where feed = ? and withdrawn_by is null and not reread\
            """,
            Long.class,
            feed);
    return count == null ? 0 : count;
  }

  /** Entries of a feed behind that one, opened. In the caller's transaction. */
  public List<Standing> after(int feed, long id, int limit, UnsealPermit permit) {
    List<Standing> found =
        jdbc.execute(
            (ConnectionCallback<List<Standing>>)
                connection -> read(connection, feed, id, limit, permit));
    return found == null ? List.of() : found;
  }

  private List<Standing> read(
      Connection connection, int feed, long id, int limit, UnsealPermit permit)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, subject, received_at, occurred_at, item, content, fields, kind, channel,
                   party, basis, trust, type, document, received
              from intake.source_record
             where feed = ? and id > ? and withdrawn_by is null and not reread
             order by id limit ?\
            """)) {
      select.setInt(1, feed);
      select.setLong(2, id);
      select.setInt(3, limit);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    Keyring keys = vault.opening(rows.stream().map(row -> row.standing.subject).toList(), permit);
    return rows.stream().map(row -> opened(row, keys)).toList();
  }

  private static final class Row {
    final Standing standing;
    final byte @Nullable [] received;

    Row(Standing standing, byte @Nullable [] received) {
      this.standing = standing;
      this.received = received;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(new Standing(row), row.getBytes(15));
  }

  private static Standing opened(Row row, Keyring keys) {
    Standing sealed = row.standing;
    byte[] kept = row.received;
    if (kept == null || sealed.document.length == 0 || !keys.has(sealed.subject)) {
      return sealed;
    }
    RowContent received = RowContent.decode(keys.open(sealed.subject, LogAppender.RECEIVED, kept));
    return new Standing(
        sealed,
        keys.open(sealed.subject, LogAppender.DOCUMENT, sealed.document),
        received instanceof RowContent.Fields fields ? fields : null);
  }

  /**
   * Locks the head until the caller's transaction ends: nobody appends, withdraws or reads again
   * meanwhile.
   */
  public void lock() {
    jdbc.execute((ConnectionCallback<Long>) records::lockHead);
  }

  /** Writes entries anew, keeping what they said before; in the caller's transaction. */
  public void write(List<Anew> entries, long run, UnsealPermit permit, Instant now) {
    if (entries.isEmpty()) {
      return;
    }
    Set<SubjectId> subjects = new HashSet<>();
    entries.forEach(entry -> {
      subjects.add(entry.subject);
      subjects.add(entry.standing.subject);
    });
    Keyring keys = vault.sealing(subjects);
    jdbc.execute(
        (ConnectionCallback<Integer>)
            connection -> {
              keepBefore(connection, entries, run, now);
              update(connection, entries, keys);
              rereading.of(
                  connection, subjects.stream().map(SubjectId::value).toList(), permit, now);
              return entries.size();
            });
  }

  private static void keepBefore(Connection connection, List<Anew> entries, long run, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.interpretation
              (record, number, replaced_by, replaced_at, subject, occurred_at, fields, kind, channel,
               party, basis, trust, type, document)
            select id,
                   1 + (select count(*) from intake.interpretation i where i.record = r.id),
                   ?, ?, subject, occurred_at, fields, kind, channel, party, basis, trust, type,
                   document
              from intake.source_record r where id = any(?)\
            """)) {
      insert.setLong(1, run);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
      insert.setArray(
          3,
          connection.createArrayOf(
              "bigint", entries.stream().map(entry -> entry.standing.id).toArray()));
      insert.executeUpdate();
    }
  }

  private static void update(Connection connection, List<Anew> entries, Keyring keys)
      throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                """
                update intake.source_record
                   set subject = ?, occurred_at = ?, fields = ?, kind = ?, channel = ?, party = ?,
                       basis = ?, trust = ?, type = ?, document = ?,
                       received = coalesce(?, received)
                 where id = ?\
                """);
        PreparedStatement item =
            connection.prepareStatement(
                "update intake.feed_item set subject = ?, kind = ? where record = ? and item ="
                    + " ?")) {
      for (Anew entry : entries) {
        int[] codes = codesOf(entry.entry);
        boolean moved = !entry.subject.equals(entry.standing.subject);
        RowContent.Fields received = entry.standing.received;
        update.setObject(1, entry.subject.value());
        update.setObject(
            2, entry.entry.occurredAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        for (int i = 0; i < 6; i++) {
          update.setInt(3 + i, codes[i]);
        }
        update.setObject(9, codes[6] < 0 ? null : codes[6], Types.SMALLINT);
        update.setBytes(10, keys.seal(entry.subject, LogAppender.DOCUMENT, entry.document));
        update.setBytes(
            11,
            moved && received != null
                ? keys.seal(entry.subject, LogAppender.RECEIVED, received.encode())
                : null);
        update.setLong(12, entry.standing.id);
        update.addBatch();
        if (entry.standing.item != null) {
          item.setObject(1, entry.subject.value());
          item.setInt(2, codes[1]);
          item.setLong(3, entry.standing.id);
          item.setObject(4, entry.standing.item);
          item.addBatch();
        }
      }
      update.executeBatch();
      item.executeBatch();
    }
  }

  /** How many earlier readings these entries have. */
  public Map<Long, Integer> readings(List<Long> ids) {
    Map<Long, Integer> readings = new HashMap<>();
    jdbc.execute(
        (ConnectionCallback<Integer>)
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      """
                      select record, count(*) from intake.interpretation
                       where record = any(?) group by record\
                      """)) {
                select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                  while (rows.next()) {
                    readings.put(rows.getLong(1), rows.getInt(2));
                  }
                }
              }
              return readings.size();
            });
    return readings;
  }
}
