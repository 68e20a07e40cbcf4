package io.cornerstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a running server promises; all tests share one, in a folder with an odd name. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerTest {

  private final EmbeddedSettings settings;
  private final EmbeddedPostgres server;

  RunningServerTest(@TempDir Path folder) {
    settings =
        EmbeddedSettings.of("test", folder.resolve("my  shop's dätä $HOME"), "shop")
            .withParameter("shared_buffers", "16MB");
    server = EmbeddedPostgres.start(settings);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void start_first_isDurableAndUtf8() throws SQLException {
    PostgresAccess access = server.access();
    assertThat(Sql.query(access, "SHOW fsync")).isEqualTo("on");
    assertThat(Sql.query(access, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(Sql.query(access, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(Sql.query(access, "SHOW data_checksums")).isEqualTo("on");
    assertThat(Sql.query(access, "SHOW shared_buffers")).isEqualTo("16MB");
    assertThat(Sql.query(access, "SHOW server_version_num")).startsWith("18");
    assertThat(Sql.query(access, "SELECT lower('ÉŁÇ') || current_database()")).isEqualTo("éłçshop");
    assertThat(Sql.query(access, "SELECT to_tsvector('simple', 'Émile Łódź')::text"))
        .isEqualTo("'émile':1 'łódź':2");
    assertThat(server.logTail()).contains("ready to accept connections");
  }

  @Test
  void start_always_hidesItsFiles() throws IOException {
    Path root = settings.folder();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.dataDirectory())))
        .isEqualTo("rwx------");
    for (String file : new String[] {"password", "lock", "port", "postgres.log", "owner"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    assertThat(server.toString() + server.access()).doesNotContain(server.password());
  }

  @Test
  void connect_withoutThePassword_isRefused() {
    for (String user : new String[] {"cornerstore", "postgres", "root"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void start_always_listensOnLoopbackOnly() throws SQLException {
    assertThat(Sql.query(server.access(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(Sql.query(server.access(), "SHOW unix_socket_directories")).isEmpty();
  }

  @Test
  void start_folderInUse_isRefusedAtOnce() throws SQLException {
    assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
        .isInstanceOfSatisfying(
            PostgresException.class,
            e -> assertThat(e.code()).isEqualTo(PostgresException.Code.FOLDER_IN_USE))
        .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void log_errorsWithValues_staySilent() throws SQLException, IOException {
    String canary = "qzjxwvkpyhgbfmdt";
    PostgresAccess access = server.access();
    Sql.execute(access, "CREATE TABLE person (email text UNIQUE, age int CHECK (age > 0))");
    Sql.execute(access, "INSERT INTO person VALUES ('" + canary + "', 1)");
    for (String failing :
        new String[] {
          "INSERT INTO person VALUES ('" + canary + "', 1)",
          "INSERT INTO person VALUES ('" + canary + "2', -1)",
          "SELECT '" + canary + "'::int",
          "SELECT " + canary,
          "DO $$ BEGIN RAISE WARNING '" + canary + "'; RAISE EXCEPTION '" + canary + "'; END $$"
        }) {
      assertThatThrownBy(() -> Sql.execute(access, failing)).isInstanceOf(SQLException.class);
    }
    assertThat(Files.readString(settings.folder().resolve("postgres.log")))
        .contains("ready to accept")
        .doesNotContain(canary);
  }
}
