package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes one database into a folder, all of it as of one moment, while others go on writing. */
final class Dump {

  static final String TABLES = "tables";
  private static final int BUFFER = 1 << 16;

  private final Kind kind;
  private final String program;
  private final Clock clock;
  private final Consumer<Manifest.Table> progress;

  Dump(Kind kind, String program, Clock clock, Consumer<Manifest.Table> progress) {
    this.kind = kind;
    this.program = program;
    this.clock = clock;
    this.progress = progress;
  }

  /** Into a folder that is there and empty; the manifest last. */
  Manifest write(PostgresAccess access, Path folder) {
    Instant begun = clock.instant();
    try (Connection connection = access.connect()) {
      if (!Tables.present(connection)) {
        throw new BackupException(
            "the database of the " + kind.word() + " holds no Cornerstore yet: nothing to back up");
      }
      Files.createDirectory(folder.resolve(TABLES));
      Server server = beginSnapshot(connection);
      List<String> migrations = Tables.migrations(connection);
      List<Manifest.Table> tables = new ArrayList<>();
      for (Map.Entry<String, List<String>> table : Tables.of(connection).entrySet()) {
        Manifest.Table copied = copy(connection, table.getKey(), table.getValue(), folder);
        tables.add(copied);
        progress.accept(copied);
      }
      // Numbers are given out outside of transactions: read last, they are beyond every row.
      List<Manifest.Sequence> sequences = Tables.sequences(connection);
      connection.commit();
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              kind,
              program,
              begun,
              server.now(),
              clock.instant(),
              server.system(),
              server.version(),
              migrations,
              tables,
              sequences);
      manifest.write(folder);
      synchronize(folder, tables);
      return manifest;
    } catch (SQLException e) {
      throw new BackupException(
          "the database of the " + kind.word() + " cannot be read, error " + e.getSQLState(), e);
    } catch (IOException e) {
      throw new BackupException("cannot write into " + folder + ". Maybe the disk is full?", e);
    }
  }

  private record Server(String system, String version, Instant now) {}

  private static Server beginSnapshot(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              """
              select system_identifier::text as system, current_setting('server_version') as version,
                     clock_timestamp() as now
              from pg_control_system()
              """)) {
        row.next();
        return new Server(
            row.getString("system"),
            row.getString("version"),
            row.getObject("now", OffsetDateTime.class).toInstant());
      }
    }
  }

  private static Manifest.Table copy(
      Connection connection, String table, List<String> columns, Path folder)
      throws SQLException, IOException {
    String file = TABLES + "/" + table.replace("\"", "_") + ".copy.gz";
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    Path target = folder.resolve(file);
    Checksum stored = new Checksum(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW));
    long rows;
    RowsDigest content;
    try (OutputStream packed = new FastGzip(new BufferedOutputStream(stored, BUFFER))) {
      content = new RowsDigest(packed);
      rows = copies.copyOut(command(table, columns), content);
    }
    return new Manifest.Table(
        table, columns, rows, content.bytes(), content.hex(), file, stored.hex());
  }

  static String command(String table, List<String> columns) {
    return "copy %s (%s) to stdout (format binary)".formatted(table, String.join(", ", columns));
  }

  private static void synchronize(Path folder, List<Manifest.Table> tables) throws IOException {
    for (Manifest.Table table : tables) {
      force(folder.resolve(table.file()));
    }
    force(folder.resolve(Manifest.FILE));
    force(folder.resolve(Manifest.SUMS));
    force(folder.resolve(TABLES));
    force(folder);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Sealed bytes hardly shrink: the quickest level finds nearly all there is. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
