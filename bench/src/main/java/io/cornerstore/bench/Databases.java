package io.cornerstore.bench;

import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.PostgresAccess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the databases of a running server, past the program. */
record Databases(PostgresAccess main, PostgresAccess keys) {

  static Databases running(Path data) {
    EmbeddedCluster cluster =
        EmbeddedCluster.findRunning(EmbeddedClusterSettings.under(data)).orElseThrow();
    return new Databases(cluster.main(), cluster.keys());
  }

  /** The first column of what a statement finds. */
  static List<String> column(PostgresAccess access, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** The one number a statement finds. */
  static long number(PostgresAccess access, String sql) throws SQLException {
    return Long.parseLong(column(access, sql).getFirst());
  }
}
