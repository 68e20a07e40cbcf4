package io.cornerstore.intake.log;

import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.log.LogEntry.Token;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What follows when earlier entries of subjects are no longer what they were: the blind index of
 * the subjects is made anew, and the log says that they are to be read again. Works in the caller's
 * transaction, under the lock of the head.
 */
final class Rereading {

  private static final int CHUNK = 2_000;

  private final Vault vault;
  private final BlindTokens tokens;
  private final RecordRows records;

  Rereading(Vault vault, BlindTokens tokens, RecordRows records) {
    this.vault = vault;
    this.tokens = tokens;
    this.records = records;
  }

  void of(Connection connection, List<UUID> subjects, UnsealPermit permit, Instant now)
      throws SQLException {
    for (int from = 0; from < subjects.size(); from += CHUNK) {
      List<UUID> chunk = subjects.subList(from, Math.min(subjects.size(), from + CHUNK));
      index(connection, chunk, permit);
      tell(connection, chunk, now);
    }
  }

  private record Row(int field, UUID token, UUID subject) {}

  private void index(Connection connection, List<UUID> subjects, UnsealPermit permit)
      throws SQLException {
    Keyring keys = vault.opening(subjects.stream().map(SubjectId::new).toList(), permit);
    Set<Row> rows = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select subject, document from intake.source_record
             where subject = any(?) and withdrawn_by is null and document is not null\
            """)) {
      UuidArray.bind(select, 1, subjects);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          SubjectId subject = new SubjectId(found.getObject(1, UUID.class));
          if (keys.has(subject)) {
            SourceDocument document =
                DocumentCodec.decode(keys.open(subject, LogAppender.DOCUMENT, found.getBytes(2)));
            for (Token token : EntryBuilder.tokens(document, tokens)) {
              rows.add(new Row(token.field().ordinal(), token.token(), subject.value()));
            }
          }
        }
      }
    }
    replace(connection, subjects, rows);
  }

  private static void replace(Connection connection, List<UUID> subjects, Set<Row> rows)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("delete from intake.lookup where subject = any(?)");
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into intake.lookup (token, subject, field) values (?, ?, ?)
                on conflict do nothing\
                """)) {
      UuidArray.bind(delete, 1, subjects);
      delete.executeUpdate();
      for (Row row : rows) {
        insert.setObject(1, row.token());
        insert.setObject(2, row.subject());
        insert.setInt(3, row.field());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** One entry a subject, of the feed and source it was last heard by. */
  private void tell(Connection connection, List<UUID> subjects, Instant now) throws SQLException {
    long last = records.lockHead(connection);
    records.ensurePartitions(connection, last + subjects.size());
    List<UUID> sorted = new ArrayList<>(subjects);
    sorted.sort(null);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake.source_record
              (id, occurred_at, received_at, subject, feed, fields, source, kind, channel, party,
               basis, trust, gone, reread)
            select ? + asked.place, ?, ?, asked.subject, found.feed, 0, found.source, found.kind,
                   found.channel, found.party, found.basis, found.trust, false, true
              from unnest(?) with ordinality as asked (subject, place)
             cross join lateral (
                     select feed, source, kind, channel, party, basis, trust
                       from intake.source_record
                      where source_record.subject = asked.subject
                      order by id desc limit 1) as found\
            """)) {
      insert.setLong(1, last);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
      insert.setObject(3, now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
      UuidArray.bind(insert, 4, sorted);
      insert.executeUpdate();
    }
    records.moveHead(connection, last + subjects.size(), true);
  }
}
