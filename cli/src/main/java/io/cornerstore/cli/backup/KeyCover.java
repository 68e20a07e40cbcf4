package io.cornerstore.cli.backup;

import io.cornerstore.postgres.PostgresAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which subjects of the data have no key. Reads both databases once, side by side, in order. */
public final class KeyCover {

  private static final int FETCH = 10_000;
  private static final String SUBJECTS =
      "select distinct subject from intake.source_record order by subject";
  private static final String KEYS = "select subject from vault.subject_key order by subject";

  private KeyCover() {}

  /**
   * Subjects whose values nobody can open.
   *
   * @param subjects of the data
   * @param missing those of them without a key, at most the first hundred thousand
   */
  public record Result(long subjects, List<UUID> missing) {}

  /** Compares. */
  public static Result of(PostgresAccess main, PostgresAccess keys) {
    try (Connection data = reading(main);
        Connection wrapped = reading(keys);
        ResultSet subjects = rows(data, SUBJECTS);
        ResultSet present = rows(wrapped, KEYS)) {
      long count = 0;
      List<UUID> missing = new ArrayList<>();
      UUID key = next(present);
      for (UUID subject = next(subjects); subject != null; subject = next(subjects)) {
        count++;
        while (key != null && order(key, subject) < 0) {
          key = next(present);
        }
        if ((key == null || order(key, subject) != 0) && missing.size() < 100_000) {
          missing.add(subject);
        }
      }
      return new Result(count, missing);
    } catch (SQLException e) {
      throw new BackupException("subjects and keys cannot be compared", e);
    }
  }

  /** How many of these subjects have a key there. */
  public static long present(PostgresAccess keys, List<UUID> subjects) {
    try (Connection connection = keys.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from vault.subject_key where subject = any(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new BackupException("the keys cannot be read", e);
    }
  }

  /** PostgreSQL orders by unsigned bytes, Java's UUID by signed halves. */
  private static int order(UUID left, UUID right) {
    int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }

  private static Connection reading(PostgresAccess access) throws SQLException {
    Connection connection = access.connect();
    connection.setAutoCommit(false); // else the driver fetches everything at once
    return connection;
  }

  private static ResultSet rows(Connection connection, String query) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    statement.closeOnCompletion();
    statement.setFetchSize(FETCH);
    return statement.executeQuery();
  }

  private static @Nullable UUID next(ResultSet rows) throws SQLException {
    return rows.next() ? rows.getObject(1, UUID.class) : null;
  }
}
