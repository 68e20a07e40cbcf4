package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Brings a database to what a backup holds, in one transaction. */
final class Load {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Manifest manifest;
  private final Consumer<Manifest.Table> progress;

  Load(Path folder, Manifest manifest, Consumer<Manifest.Table> progress) {
    this.folder = folder;
    this.manifest = manifest;
    this.progress = progress;
  }

  /** Compares every file with its checksum: nothing is restored from a damaged backup. */
  static void requireIntact(Path folder, Manifest manifest) {
    List<String> damaged = new ArrayList<>();
    for (Manifest.Table table : manifest.tables()) {
      try {
        if (!Checksum.of(folder.resolve(table.file())).equals(table.fileSha256())) {
          damaged.add(table.file() + " differs");
        }
      } catch (IOException _) {
        damaged.add(table.file() + " cannot be read");
      }
    }
    if (!damaged.isEmpty()) {
      throw new BackupException(
          "the backup in %s is damaged: %s. Maybe take another one?".formatted(folder, damaged));
    }
  }

  /** Into a database without tables. */
  void into(PostgresAccess access) {
    try (Connection connection = access.connect()) {
      if (Tables.present(connection)) {
        throw new BackupException(
            "the database of the %s to restore into holds Cornerstore already, and nothing is overwritten. Maybe name an empty one?"
                .formatted(manifest.kind().word()));
      }
      StagedMigrations.apply(access, manifest);
      connection.setAutoCommit(false);
      fill(connection);
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    } catch (SQLException e) {
      throw new BackupException(
          "the database of the %s cannot be restored, error %s"
              .formatted(manifest.kind().word(), e.getSQLState()),
          e);
    } catch (IOException e) {
      throw new BackupException("cannot read the backup in " + folder, e);
    }
  }

  private void fill(Connection connection) throws SQLException, IOException {
    Map<String, List<String>> here = Tables.of(connection);
    Set<String> wanted = new HashSet<>();
    manifest.tables().forEach(table -> wanted.add(table.name()));
    if (!here.keySet().equals(wanted)) {
      Set<String> difference = new HashSet<>(here.keySet());
      difference.addAll(wanted);
      difference.removeIf(name -> here.containsKey(name) && wanted.contains(name));
      throw new BackupException("backup and program differ in the tables " + difference);
    }
    Set<String> triggered = triggered(connection);
    for (String table : triggered) {
      execute(connection, "alter table " + table + " disable trigger user");
    }
    // What migrations put in themselves comes back with the rest.
    for (String table : List.copyOf(here.keySet()).reversed()) {
      execute(connection, "delete from only " + table);
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Manifest.Table table : manifest.tables()) {
      copy(copies, table);
      progress.accept(table);
    }
    for (Manifest.Sequence sequence : manifest.sequences()) {
      set(connection, sequence);
    }
    for (String table : triggered) {
      execute(connection, "alter table " + table + " enable trigger user");
    }
  }

  private void copy(CopyManager copies, Manifest.Table table) throws SQLException, IOException {
    String command =
        "copy %s (%s) from stdin (format binary)"
            .formatted(table.name(), String.join(", ", table.columns()));
    long rows;
    try (InputStream in =
        new GZIPInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve(table.file())), BUFFER),
            BUFFER)) {
      rows = copies.copyIn(command, in, BUFFER);
    }
    if (rows != table.rows()) {
      throw new BackupException(
          "%s has %d rows in the backup, but %d were restored"
              .formatted(table.name(), table.rows(), rows));
    }
  }

  /** The tables whose rows are not what the backup says. */
  static List<String> differences(Connection connection, Manifest manifest)
      throws SQLException, IOException {
    List<String> different = new ArrayList<>();
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Manifest.Table table : manifest.tables()) {
      RowsDigest content = new RowsDigest(OutputStream.nullOutputStream());
      long rows = copies.copyOut(Dump.command(table.name(), table.columns()), content);
      if (rows != table.rows() || !content.hex().equals(table.rowsDigest())) {
        different.add(table.name());
      }
    }
    return different;
  }

  private static Set<String> triggered(Connection connection) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select distinct format('%I.%I', n.nspname, c.relname)
                from pg_trigger t
                join pg_class c on c.oid = t.tgrelid and c.relkind in ('r', 'p')
                join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal
                """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void set(Connection connection, Manifest.Sequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(?::regclass, ?)")) {
      statement.setString(1, sequence.name());
      statement.setLong(2, sequence.last());
      statement.execute();
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
