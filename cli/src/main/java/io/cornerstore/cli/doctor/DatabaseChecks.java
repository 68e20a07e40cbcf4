package io.cornerstore.cli.doctor;

import io.cornerstore.cli.backup.BackupException;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.backup.Pending;
import io.cornerstore.postgres.PostgresAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether both servers answer, which they are, and how far their tables are. */
public final class DatabaseChecks {

  /** Heap of the index in memory for each source subject, measured: see docs/benchmarks.md. */
  private static final long BYTES_PER_SUBJECT = 400;

  private static final Duration OFF = Duration.ofSeconds(2);
  private static final Duration FAR_OFF = Duration.ofMinutes(1);
  private static final int OLDEST = 180_000;

  private final Clock clock;
  private final boolean sameServerAllowed;

  /** With the clock that the servers' clocks are compared with. */
  public DatabaseChecks(Clock clock, boolean sameServerAllowed) {
    this.clock = clock;
    this.sameServerAllowed = sameServerAllowed;
  }

  private record Seen(long system, int version, String words, Duration off) {}

  /** All of them. */
  public List<Finding> run(PostgresAccess main, PostgresAccess keys) {
    List<Finding> findings = new ArrayList<>();
    Optional<Seen> ofMain = reach("database", main, findings);
    Optional<Seen> ofKeys = reach("keys", keys, findings);
    if (ofMain.isPresent() && ofKeys.isPresent()) {
      findings.add(separate(ofMain.get(), ofKeys.get()));
    }
    ofMain.ifPresent(_ -> {
      findings.add(tables(Kind.DATA, main));
      findings.add(resident(main));
    });
    ofKeys.ifPresent(_ -> findings.add(tables(Kind.KEYS, keys)));
    return findings;
  }

  private Optional<Seen> reach(String check, PostgresAccess access, List<Finding> findings) {
    try {
      Seen seen = look(access);
      if (seen.version() < OLDEST) {
        findings.add(Finding.failure(check, seen.words(), "Use PostgreSQL 18 or later for it."));
      } else {
        findings.add(Finding.ok(check, seen.words()));
      }
      findings.add(clock(check + "-clock", seen.off()));
      return Optional.of(seen);
    } catch (SQLException e) {
      findings.add(
          Finding.failure(
              check,
              "does not answer (error " + e.getSQLState() + ")",
              "Look whether the server runs, at its log, and at url, user and password in the"
                  + " configuration."));
      return Optional.empty();
    }
  }

  private Seen look(PostgresAccess access) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      Instant before = clock.instant();
      try (ResultSet row =
          statement.executeQuery(
              """
              select system_identifier, current_setting('server_version_num')::int as number,
                     current_setting('server_version') as version, clock_timestamp() as now,
                     pg_size_pretty(pg_database_size(current_database())) as size
              from pg_control_system()
              """)) {
        row.next();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return new Seen(
            row.getLong("system_identifier"),
            row.getInt("number"),
            "PostgreSQL %s, %s".formatted(row.getString("version"), row.getString("size")),
            Duration.between(middle, row.getObject("now", OffsetDateTime.class).toInstant()));
      }
    }
  }

  private static Finding clock(String check, Duration off) {
    String seen = "%d ms beside this machine's".formatted(off.toMillis());
    if (off.abs().compareTo(OFF) < 0) {
      return Finding.ok(check, seen);
    }
    String advice = "Keep the clocks of both machines right with chrony or systemd-timesyncd.";
    return off.abs().compareTo(FAR_OFF) < 0
        ? Finding.warning(check, seen, advice)
        : Finding.failure(check, seen, advice);
  }

  private Finding separate(Seen main, Seen keys) {
    if (main.system() != keys.system()) {
      return Finding.ok("keys-apart", "data and keys are on two servers");
    }
    String seen = "data and keys are on one server, with one write-ahead log";
    String advice = "Move the keys to a server of their own: erasure does not reach backups now.";
    return sameServerAllowed
        ? Finding.warning("keys-apart", seen, advice)
        : Finding.failure("keys-apart", seen, advice);
  }

  private static Finding tables(Kind kind, PostgresAccess access) {
    String check = kind == Kind.DATA ? "tables" : "key-tables";
    try {
      Pending pending = Pending.of(kind, access);
      if (!pending.unknown().isEmpty()) {
        return Finding.failure(
            check,
            "of a newer release, which applied " + pending.unknown(),
            "Use that release, or restore a backup of before.");
      }
      return pending.missing().isEmpty() || pending.applied().isEmpty()
          ? Finding.ok(check, pending.applied().isEmpty() ? "none yet" : "of this release")
          : Finding.warning(
              check,
              "of an older release; missing are " + pending.missing(),
              "Run: cornerstore upgrade --backup-to DIR");
    } catch (BackupException e) {
      return Finding.failure(
          check, String.valueOf(e.getMessage()), "Look at the rights of the role.");
    }
  }

  private static Finding resident(PostgresAccess main) {
    try (Connection connection = main.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(max(reltuples), 0)::bigint from pg_class"
                    + " where oid = to_regclass('identity.subject')")) {
      row.next();
      long subjects = Math.max(0, row.getLong(1));
      double needed = subjects * (double) BYTES_PER_SUBJECT + (100 << 20);
      double heap = Runtime.getRuntime().maxMemory();
      String seen =
          String.format(
              Locale.ROOT,
              "about %,d subjects need about %.0f of %.0f MB heap",
              subjects,
              needed / 1e6,
              heap / 1e6);
      if (needed > heap * 0.9) {
        return Finding.failure(
            "index", seen, "Raise CORNERSTORE_HEAP_MB before more records come in.");
      }
      return needed > heap * 0.6
          ? Finding.warning("index", seen, "Raise CORNERSTORE_HEAP_MB soon.")
          : Finding.ok("index", seen);
    } catch (SQLException e) {
      return Finding.failure(
          "index", "cannot be counted (error " + e.getSQLState() + ")", "Look at the database.");
    }
  }
}
