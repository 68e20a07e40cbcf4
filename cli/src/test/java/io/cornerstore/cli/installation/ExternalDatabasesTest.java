package io.cornerstore.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on servers that are not the installation's own: another pair, reached by URL. */
class ExternalDatabasesTest {

  private static final String ROLE = "shop";
  private static final String PASSWORD = "a password of the test";

  @TempDir private static Path elsewhere;
  private static EmbeddedCluster servers;

  @TempDir private Path folder;

  @BeforeAll
  static void startServers() throws SQLException {
    servers = EmbeddedCluster.start(EmbeddedClusterSettings.under(elsewhere));
    for (PostgresAccess access : new PostgresAccess[] {servers.main(), servers.keys()}) {
      try (Connection connection = access.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
        statement.execute("create database shop owner " + ROLE);
        statement.execute("create database shop_keys owner " + ROLE);
      }
    }
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  private static int port(PostgresAccess access) {
    String url = access.jdbcUrl();
    return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
  }

  private void configure(int mainPort, int keysPort, String more) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        folder.resolve("cornerstore.yaml"),
        """
        database:
          url: postgresql://127.0.0.1:%d/shop
          user: %s
          password-file: password
          tls: disable
        keys:
          url: postgresql://localhost:%d/shop_keys
          user: %s
          password-file: password
          tls: disable
        %s
        """
            .formatted(mainPort, ROLE, keysPort, ROLE, more));
  }

  private CommandRun run(String... words) {
    return CommandRun.of(folder, words);
  }

  @Test
  void staff_onServersByUrl_standInTheirDatabaseAndNoEmbeddedOneIsMade()
      throws IOException, SQLException {
    configure(port(servers.main()), port(servers.keys()), "");
    CommandRun made = run("staff", "add", "anna", "--role", "service");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(run("staff", "list").out()).contains("anna");
    assertThat(folder.resolve("main")).doesNotExist();
    assertThat(folder.resolve("root.key")).exists();
    try (Connection connection = servers.main().database("shop").connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from access.staff")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void bothUrls_leadingToOneServerUnderTwoNames_areRefused() throws IOException {
    configure(port(servers.main()), port(servers.main()), "");
    CommandRun refused = run("staff", "list");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("lead to one PostgreSQL server")
        .contains("keys.unsafe-same-server");
  }

  @Test
  void server_thatIsDownOrRefuses_isSaidForBothAtOnce() throws IOException {
    configure(1, port(servers.keys()), "");
    Path password = folder.resolve("password");
    Files.writeString(password, "another\n");
    CommandRun refused = run("staff", "list");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("'database.url': the server does not answer")
        .contains("'keys.url': the server refuses user and password")
        .doesNotContain("another");
  }
}
