package io.cornerstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.postgres.PostgresAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DatabasesTest {

  @Test
  void fresh_twice_givesDatabasesThatDoNotShareTables() throws SQLException {
    try (DatabasePair one = Databases.fresh();
        DatabasePair two = Databases.fresh()) {
      execute(one.main(), "CREATE TABLE person (id int)");
      assertThat(count(two.main(), "pg_tables WHERE tablename = 'person'")).isZero();
      assertThat(one.keys().jdbcUrl()).isNotEqualTo(one.main().jdbcUrl());
    }
  }

  @Test
  void fresh_prepared_startsFromTheSameContentEachTime() throws SQLException {
    Databases.Preparation preparation =
        empty -> {
          execute(empty.main(), "CREATE TABLE person AS SELECT 1 AS id");
          execute(empty.keys(), "CREATE TABLE wrapped AS SELECT 2 AS id");
        };
    for (int i = 0; i < 3; i++) {
      try (DatabasePair pair = Databases.fresh("persons", preparation)) {
        assertThat(count(pair.main(), "person")).isOne();
        assertThat(count(pair.keys(), "wrapped")).isOne();
        execute(pair.main(), "DELETE FROM person");
      }
    }
  }

  @Test
  void close_whileConnected_dropsTheDatabases() throws SQLException {
    DatabasePair pair = Databases.fresh();
    try (Connection _ = pair.main().connect()) {
      pair.close();
      assertThatThrownBy(() -> pair.main().connect()).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void fresh_unlessAsked_isDurable() throws SQLException {
    try (DatabasePair durable = Databases.fresh();
        DatabasePair fast = Databases.fastPair("fast", _ -> {})) {
      assertThat(show(durable.main(), "fsync")).isEqualTo("on");
      assertThat(show(durable.keys(), "synchronous_commit")).isEqualTo("on");
      assertThat(show(fast.main(), "synchronous_commit")).isEqualTo("off");
    }
  }

  private static String show(PostgresAccess access, String parameter) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + parameter)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static long count(PostgresAccess access, String from) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(PostgresAccess access, String sql) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
