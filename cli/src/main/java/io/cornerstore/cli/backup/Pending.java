package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a database is beside this program.
 *
 * @param applied scripts that made it, none for an empty database
 * @param missing scripts of this program it has not seen yet
 * @param unknown scripts of it this program does not know: it is of a newer release
 */
public record Pending(List<String> applied, List<String> missing, List<String> unknown) {

  /** Looks, and changes nothing. */
  public static Pending of(Kind kind, PostgresAccess access) {
    try (Connection connection = access.connect()) {
      List<String> applied = Tables.present(connection) ? Tables.migrations(connection) : List.of();
      Set<String> known = new TreeSet<>(StagedMigrations.known(kind).keySet());
      List<String> missing = new ArrayList<>(known);
      missing.removeAll(applied);
      List<String> unknown = new ArrayList<>(applied);
      unknown.removeAll(known);
      return new Pending(applied, missing, unknown);
    } catch (SQLException e) {
      throw new BackupException(
          "the database of the " + kind.word() + " cannot be read, error " + e.getSQLState(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is as far as this program. */
  public boolean current() {
    return missing.isEmpty() && unknown.isEmpty();
  }
}
