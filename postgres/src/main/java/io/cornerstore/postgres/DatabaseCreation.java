package io.cornerstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates the database of the settings. */
final class DatabaseCreation {

  private DatabaseCreation() {}

  static void createWhenMissing(PostgresAccess access, String database) {
    try (Connection connection = access.database("postgres").connect()) {
      if (!exists(connection, database)) {
        try (Statement statement = connection.createStatement()) {
          // The settings admit lower case identifiers only, so quoting suffices.
          statement.execute("CREATE DATABASE \"" + database + "\"");
        }
      }
    } catch (SQLException e) {
      throw new PostgresException(
          PostgresException.Code.START_FAILED,
          "the server started, but database " + database + " cannot be made",
          e);
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      query.setString(1, database);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
