package io.cornerstore.intake.log;

import io.cornerstore.vault.UnsealPermit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes the rows of one run out of everything that was made of them. One transaction, under the
 * lock of the head; {@code undone_record} lives as long as it does.
 */
final class RunUndo {

  private static final int CHUNK = 10_000;

  /** Entries of the run, and those that its quarantined rows became, as far as they stand. */
  static final String RECORDS =
      """
      select r.id, r.subject, r.item
        from intake.import_batch b
        join intake.source_record r on r.id between b.first and b.last
       where b.run = %1$d and r.withdrawn_by is null
      union
      select r.id, r.subject, r.item
        from intake.quarantine q
        join intake.source_record r on r.id = q.record
       where q.run = %1$d and r.withdrawn_by is null
      """;

  private final RecordRows records;
  private final Rereading rereading;

  RunUndo(RecordRows records, Rereading rereading) {
    this.records = records;
    this.rereading = rereading;
  }

  /** How much it was. */
  record Taken(long records, long subjects, long catalogue, long quarantined, long later) {}

  Taken undo(Connection connection, long run, UnsealPermit permit, Instant now)
      throws SQLException {
    records.lockHead(connection);
    run(connection, "create temporary table undone_record on commit drop as " + records(run));
    run(connection, "analyze undone_record");
    long withdrawn =
        run(
            connection,
            """
            update intake.source_record r set withdrawn_by = %d
              from undone_record u where r.id = u.id\
            """
                .formatted(run));
    removeReceipts(connection, run);
    run(
        connection,
        "delete from intake.screening_review where record in (select id from undone_record)");
    restoreItems(connection);
    List<UUID> subjects = subjects(connection);
    rereading.of(connection, subjects, permit, now);
    long quarantined = undoQuarantine(connection, run);
    return new Taken(
        withdrawn,
        subjects.size(),
        CatalogueVersions.withdraw(connection, run),
        quarantined,
        reopenLater(connection, run));
  }

  private static String records(long run) {
    return RECORDS.formatted(run);
  }

  private static void removeReceipts(Connection connection, long run) throws SQLException {
    List<UUID> receipts = ImportBatches.receipts(connection);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from intake.receipt where message = any(?)")) {
      for (int from = 0; from < receipts.size(); from += CHUNK) {
        UuidArray.bind(delete, 1, receipts.subList(from, Math.min(receipts.size(), from + CHUNK)));
        delete.executeUpdate();
      }
    }
    run(
        connection,
        """
        delete from intake.receipt where message in (
          select message from intake.quarantine where run = %d and outcome = 'replayed')\
        """
            .formatted(run));
  }

  /** Which versions came late, and which is the current one, as if the others were all there is. */
  private static void restoreItems(Connection connection) throws SQLException {
    run(
        connection,
        """
        create temporary table undone_item on commit drop as
        select r.item, r.id, r.subject, r.feed, r.kind, r.gone, r.content, r.version_at, r.late,
               coalesce(
                 r.version_at < max(r.version_at) over (
                   partition by r.item order by r.id
                   rows between unbounded preceding and 1 preceding), false) as is_late
          from intake.source_record r
         where r.item in (select item from undone_record) and r.withdrawn_by is null\
        """);
    run(
        connection,
        """
        update intake.source_record r set late = i.is_late
          from undone_item i where r.id = i.id and i.late <> i.is_late\
        """);
    run(connection, "delete from intake.feed_item where item in (select item from undone_record)");
    run(
        connection,
        """
        insert into intake.feed_item (item, subject, content, version_at, record, feed, kind, gone)
        select distinct on (item) item, subject, coalesce(content, gen_random_uuid()), version_at,
               id, feed, kind, gone
          from undone_item where not is_late
         order by item, id desc\
        """);
  }

  private static List<UUID> subjects(Connection connection) throws SQLException {
    List<UUID> subjects = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select subject from undone_record
                union
                select subject from undone_item where late <> is_late\
                """)) {
      while (rows.next()) {
        subjects.add(rows.getObject(1, UUID.class));
      }
    }
    return subjects;
  }

  /** Its own rows go; those of others that it read after all wait again. */
  private static long undoQuarantine(Connection connection, long run) throws SQLException {
    run(
        connection,
        """
        update intake.quarantine
           set settled_at = null, settled_by = null, outcome = null, settled_run = null
         where settled_run = %d and run is distinct from %d\
        """
            .formatted(run, run));
    return run(connection, "delete from intake.quarantine where run = " + run);
  }

  /** Files that were read to their end because of what is no longer there can be read again. */
  private static long reopenLater(Connection connection, long run) throws SQLException {
    return run(
        connection,
        """
        update intake.import_run l set complete = false
          from intake.import_run u
         where u.id = %d and l.feed = u.feed and l.id > u.id and l.kind = 'import'
           and l.complete and l.duplicates > 0\
        """
            .formatted(run));
  }

  private static long run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
