package io.cornerstore.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import io.cornerstore.cli.backup.Kind;
import io.cornerstore.cli.backup.OldRelease;
import io.cornerstore.cli.installation.DatabaseServers;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.postgres.PostgresAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the tables of the first release to those of this one. */
class UpgradeTest {

  private static final List<String> FIRST =
      List.of(
          "V0101__entries.sql",
          "V0201__staff_and_keys.sql",
          "V0501__source_records.sql",
          "V0601__customers.sql",
          "V0801__golden_records.sql");

  /** Columns, constraints and indexes: what a program can notice of a schema. */
  private static final String SHAPE =
      """
      select string_agg(line, chr(10) order by line) from (
        select format('%s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type,
                      is_nullable, coalesce(column_default, '')) as line
        from information_schema.columns where table_schema !~ '^(pg_|information_schema)'
        union all
        select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information_schema)'
        union all
        select indexdef from pg_indexes where schemaname !~ '^pg_'
        union all
        select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal) as lines
      """;

  @TempDir private Path folder;

  private static String one(PostgresAccess access, String query) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private static void execute(PostgresAccess access, String command) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Test
  void data_ofTheFirstRelease_comeForwardAndKeepTheirRows() throws Exception {
    Path old = folder.resolve("old");
    try (Installation installation = Installation.own(old, Settings.none())) {
      DatabaseServers servers = installation.databases();
      OldRelease.make(Kind.DATA, servers.main(), FIRST);
      OldRelease.make(Kind.KEYS, servers.keys(), List.of("V0001__subject_keys.sql"));
      execute(
          servers.main(),
          """
          insert into access.staff (id, sign_in_name, display_name, roles, password_hash, created_at)
          values (uuidv7(), 'anna', 'Anna', '{SERVICE}', 'x', now())
          """);
    }
    CommandRun look = CommandRun.of(old, "upgrade", "--dry-run");
    assertThat(look.out()).contains("will apply [").contains("V0802__idempotent_writes.sql");
    assertThat(CommandRun.of(old, "upgrade").err()).contains("begins with a backup");

    // The root key of an installation is made by its first start: here, by the rehearsal.
    CommandRun done =
        CommandRun.of(old, "upgrade", "--backup-to", folder.resolve("backup").toString());
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("Verified").contains("Done");
    assertThat(CommandRun.of(old, "upgrade").out()).contains("Nothing to do");
    assertThat(CommandRun.of(old, "staff", "list").out()).contains("anna");

    Path fresh = folder.resolve("fresh");
    try (Installation upgraded = Installation.own(old);
        Installation made = Installation.own(fresh)) {
      made.command();
      assertThat(one(upgraded.databases().main(), SHAPE))
          .isEqualTo(one(made.databases().main(), SHAPE));
      assertThat(one(upgraded.databases().keys(), SHAPE))
          .isEqualTo(one(made.databases().keys(), SHAPE));
    }
  }

  @Test
  void data_ofANewerRelease_areRefusedAndLeftAlone() throws Exception {
    try (Installation installation = Installation.own(folder)) {
      installation.command();
      execute(
          installation.databases().main(),
          """
          insert into cornerstore.flyway_schema_history
          select 10000, '9901', 'later', 'SQL', 'V9901__later.sql', 1, installed_by, now(), 1, true
          from cornerstore.flyway_schema_history limit 1
          """);
    }
    for (String[] command : new String[][] {{"staff", "list"}, {"upgrade"}}) {
      CommandRun refused = CommandRun.of(folder, command);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("newer release").contains("V9901__later.sql");
      assertThat(refused.err()).doesNotContain("should not have happened");
    }
  }

  @Test
  void rootKey_thatIsMissing_isSaidInASentence() throws Exception {
    try (Installation installation = Installation.own(folder)) {
      installation.command();
    }
    Files.delete(folder.resolve("root.key"));
    CommandRun refused = CommandRun.of(folder, "staff", "list");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("root key whose file is missing")
        .doesNotContain("should not have happened");
  }
}
