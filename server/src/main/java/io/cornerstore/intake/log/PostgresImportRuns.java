package io.cornerstore.intake.log;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.audit.AuditEntry;
import io.cornerstore.audit.AuditTrail;
import io.cornerstore.intake.ImportRuns;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.UnsealPermits;
import io.cornerstore.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Runs in PostgreSQL. Not final: transactions are a proxy's. */
public class PostgresImportRuns implements ImportRuns {

  private static final String COLUMNS =
      """
      select r.id, r.kind, r.feed, s.code || ' ' || f.name, r.file, left(r.mapping, 12),
             r.started_at, r.ended_at, r.complete, r.rows, r.accepted, r.duplicates,
             r.quarantined, r.error, r.undone_at, r.undone_by, r.undo_reason
        from intake.import_run r
        join intake.feed f on f.id = r.feed
        join intake.source s on s.id = f.source
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final UnsealPermits permits;
  private final AuditTrail audit;
  private final Clock clock;
  private final RunUndo undo;

  /** Over the main database. */
  public PostgresImportRuns(
      JdbcTemplate template, Rights rights, Vault vault, BlindTokens tokens, Clock clock) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.permits = rights.permits;
    this.audit = rights.audit;
    this.clock = clock;
    RecordRows records = new RecordRows();
    this.undo = new RunUndo(records, new Rereading(vault, tokens, records));
  }

  /** What watches over it. */
  public record Rights(UnsealPermits permits, AuditTrail audit) {}

  @Override
  @Transactional(readOnly = true)
  public List<Run> newest(@Nullable Integer feed, int limit) {
    return jdbc.sql(
            COLUMNS
                + """
                 where cast(:feed as integer) is null or r.feed = :feed
                 order by r.id desc limit :limit\
                """)
        .param("feed", feed)
        .param("limit", limit)
        .query((row, _) -> run(row))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Run> find(long run) {
    return jdbc.sql(COLUMNS + " where r.id = :run")
        .param("run", run)
        .query((row, _) -> run(row))
        .optional();
  }

  private static Run run(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject(8, OffsetDateTime.class);
    OffsetDateTime undone = row.getObject(15, OffsetDateTime.class);
    String reason = row.getString(17);
    return new Run(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getBoolean(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        row.getString(14),
        undone == null
            ? null
            : new Undo(undone.toInstant(), row.getString(16), reason == null ? "" : reason));
  }

  @Override
  @Transactional(readOnly = true)
  public Scope scope(long number) {
    Run run = undoable(number);
    Set<SubjectId> vanishing = new HashSet<>();
    Set<SubjectId> changing = new HashSet<>();
    long[] records = new long[1];
    jdbc.sql(
            """
            with undone as materialized (%s)
            select u.subject, count(*),
                   (select count(*) from intake.source_record r
                     where r.subject = u.subject and r.withdrawn_by is null and not r.reread)
              from undone u group by u.subject\
            """
                .formatted(RunUndo.RECORDS.formatted(number)))
        .query(row -> {
          records[0] += row.getLong(2);
          boolean all = row.getLong(2) >= row.getLong(3);
          (all ? vanishing : changing).add(new SubjectId(row.getObject(1, UUID.class)));
        });
    return new Scope(
        run,
        records[0],
        vanishing,
        changing,
        count(
                "select count(*) from intake.product_version where run = :run and not withdrawn",
                number)
            + count(
                "select count(*) from intake.store_version where run = :run and not withdrawn",
                number),
        count("select count(*) from intake.quarantine where run = :run", number),
        count(
            """
            select count(*) from intake.import_run l join intake.import_run u on u.id = :run
             where l.feed = u.feed and l.id > u.id and l.kind = 'import' and l.complete
               and l.duplicates > 0\
            """,
            number));
  }

  private long count(String sql, long run) {
    return jdbc.sql(sql).param("run", run).query(Long.class).single();
  }

  private Run undoable(long number) {
    Run run =
        find(number)
            .orElseThrow(() ->
                new IntakeException("there is no import " + number + ". Maybe look at the list?"));
    if (run.undo() != null) {
      throw new IntakeException("import " + number + " was undone before");
    }
    if (!run.kind().equals("import")) {
      throw new IntakeException(
          "run %d is a %s: undo the import that its rows came with".formatted(number, run.kind()));
    }
    return run;
  }

  @Override
  @Transactional
  public Undone undo(Actor actor, long number, String reason) {
    if (reason.isBlank() || reason.length() > 400) {
      throw new IntakeException("an undo needs a reason of 1 to 400 characters");
    }
    UnsealPermit permit =
        permits.grant(
            actor, AccessPurpose.OPERATION, "import.reindex", List.of("import:" + number));
    undoable(number);
    Instant now = clock.instant();
    int claimed =
        jdbc.sql(
                """
                update intake.import_run
                   set undone_at = :now, undone_by = :by, undo_reason = :reason, complete = false
                 where id = :run and undone_at is null\
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", actor.auditName())
            .param("reason", reason)
            .param("run", number)
            .update();
    if (claimed == 0) {
      throw new IntakeException("import " + number + " was undone before");
    }
    RunUndo.Taken taken =
        template.execute(
            (ConnectionCallback<RunUndo.Taken>)
                connection -> undo.undo(connection, number, permit, now));
    if (taken == null) {
      throw new IllegalStateException("an undo without a result");
    }
    audit.append(
        new AuditEntry(
            actor.auditName(),
            AccessPurpose.OPERATION.code(),
            "import.undo",
            List.of("import:" + number),
            List.of(),
            "%d records of %d subjects. %s".formatted(taken.records(), taken.subjects(), reason)));
    return new Undone(
        number,
        taken.records(),
        taken.subjects(),
        taken.catalogue(),
        taken.quarantined(),
        taken.later());
  }
}
