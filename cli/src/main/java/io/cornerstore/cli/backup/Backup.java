package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The backup of one database in a folder of its own. Only the owner may read the folder.
 *
 * @param folder where it stands
 */
public record Backup(Path folder) {

  /** Told after each table: its name and its number of rows. */
  public interface Progress extends BiConsumer<String, Long> {}

  /**
   * What a backup is of.
   *
   * @param snapshotAt the moment the rows are of
   * @param bytes of the rows before they are compressed
   */
  public record Content(
      Kind kind,
      Instant begunAt,
      Instant snapshotAt,
      Instant finishedAt,
      int tables,
      long rows,
      long bytes) {}

  /**
   * Takes one.
   *
   * @param folder must not be there yet
   * @param program version of this program
   */
  public static Content take(
      Kind kind,
      PostgresAccess access,
      Path folder,
      String program,
      Clock clock,
      Progress progress) {
    if (Files.exists(folder)) {
      throw new BackupException(
          folder + " is there already, and nothing is overwritten. Maybe name another folder?");
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new BackupException("cannot make the folder " + folder, e);
    }
    return content(
        new Dump(kind, program, clock, table -> progress.accept(table.name(), table.rows()))
            .write(access, folder));
  }

  /** What is in it, by its manifest. */
  public Content content() {
    return content(Manifest.read(folder));
  }

  /** Throws when a file of it is missing or changed. */
  public void requireIntact() {
    Load.requireIntact(folder, Manifest.read(folder));
  }

  /** Fills a database that has no tables yet. */
  public void restore(PostgresAccess access, Progress progress) {
    new Load(folder, Manifest.read(folder), table -> progress.accept(table.name(), table.rows()))
        .into(access);
  }

  /** Names of the tables whose rows are not those that were backed up. */
  public List<String> differences(PostgresAccess access) {
    try (Connection connection = access.connect()) {
      return Load.differences(connection, Manifest.read(folder));
    } catch (SQLException e) {
      throw new BackupException("the restored database cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Content content(Manifest manifest) {
    return new Content(
        manifest.kind(),
        manifest.begunAt(),
        manifest.snapshotAt(),
        manifest.finishedAt(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum());
  }
}
