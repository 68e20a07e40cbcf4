package io.cornerstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.postgres.PostgresAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FaultsTest {

  private final DatabasePair pair =
      Databases.fresh(
          "faults",
          empty -> {
            try (Connection connection = empty.main().connect();
                Statement statement = connection.createStatement()) {
              statement.execute("CREATE TABLE item (id int)");
            }
          });

  @AfterEach
  void drop() {
    pair.close();
  }

  @Test
  void in_withoutFault_countsStatementsAndCommits() throws SQLException {
    Faults faults = Faults.none();
    insertThree(faults.in(pair.mainSource()));
    assertThat(faults.count(Faults.Point.STATEMENT)).isEqualTo(3);
    assertThat(faults.count(Faults.Point.BEFORE_COMMIT)).isOne();
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void in_faultAtEachStatement_storesNothing() throws SQLException {
    for (int number = 1; number <= 3; number++) {
      Faults faults = Faults.at(Faults.Point.STATEMENT, number, Faults.Kind.DISCONNECT);
      assertThatThrownBy(() -> insertThree(faults.in(pair.mainSource())))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("STATEMENT " + number);
      assertThat(rows()).isZero();
    }
  }

  @Test
  void in_faultAroundCommit_storesNothingOrAll() throws SQLException {
    DataSource before =
        Faults.at(Faults.Point.BEFORE_COMMIT, 1, Faults.Kind.DISCONNECT).in(pair.mainSource());
    assertThatThrownBy(() -> insertThree(before)).isInstanceOf(SQLException.class);
    assertThat(rows()).isZero();
    DataSource after =
        Faults.at(Faults.Point.AFTER_COMMIT, 1, Faults.Kind.DISCONNECT).in(pair.mainSource());
    assertThatThrownBy(() -> insertThree(after)).isInstanceOf(SQLException.class);
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void in_halt_endsTheJvmWithoutHooks() throws SQLException {
    try (ForkedJava child =
        ForkedJava.start(
            Halting.class, pair.main().jdbcUrl(), pair.main().user(), pair.main().password())) {
      assertThat(child.waitFor(Duration.ofSeconds(60))).isEqualTo(137);
    }
    assertThat(rows()).isZero();
  }

  /** Halts at its second statement. */
  static final class Halting {
    static void main(String[] arguments) throws SQLException {
      DataSource source =
          new UnpooledSource(new PostgresAccess(arguments[0], arguments[1], arguments[2]));
      insertThree(Faults.at(Faults.Point.STATEMENT, 2, Faults.Kind.HALT).in(source));
    }
  }

  private static void insertThree(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
        for (int i = 0; i < 3; i++) {
          insert.setInt(1, i);
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private long rows() throws SQLException {
    try (Connection connection = pair.main().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM item")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
