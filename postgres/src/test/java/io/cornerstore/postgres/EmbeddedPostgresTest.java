package io.cornerstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

  @TempDir Path folder;

  private EmbeddedSettings settings() {
    return EmbeddedSettings.of("test", folder.resolve("server"), "shop");
  }

  @Test
  void start_first_isDurableAndUtf8() throws SQLException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(settings().withParameter("shared_buffers", "16MB"))) {
      PostgresAccess access = server.access();
      assertThat(Sql.query(access, "SHOW fsync")).isEqualTo("on");
      assertThat(Sql.query(access, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(Sql.query(access, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(Sql.query(access, "SHOW data_checksums")).isEqualTo("on");
      assertThat(Sql.query(access, "SHOW shared_buffers")).isEqualTo("16MB");
      assertThat(Sql.query(access, "SHOW server_version_num")).startsWith("18");
      assertThat(Sql.query(access, "SELECT lower('ÉŁÇ') || current_database()"))
          .isEqualTo("éłçshop");
      assertThat(Sql.query(access, "SELECT to_tsvector('simple', 'Émile Łódź')::text"))
          .isEqualTo("'émile':1 'łódź':2");
      assertThat(server.logTail()).contains("ready to accept connections");
    }
  }

  @Test
  void start_again_keepsDataPortAndPassword() throws SQLException {
    int port;
    String password;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      Sql.execute(server.access(), "CREATE TABLE person AS SELECT 42 AS id");
      port = server.port();
      password = server.password();
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      assertThat(Sql.query(server.access(), "SELECT id FROM person")).isEqualTo("42");
      assertThat(server.port()).isEqualTo(port);
      assertThat(server.password()).isEqualTo(password).hasSizeGreaterThan(30);
    }
  }

  @Test
  void start_rememberedPortTaken_takesAnother() throws IOException {
    int port;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      port = server.port();
    }
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      assertThat(server.port()).isNotEqualTo(port);
    }
  }

  @Test
  void start_demandedPortTaken_saysSo() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings().withPort(socket.getLocalPort())))
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("could not bind")
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void start_folderWithSpacesAndAccents_works() throws SQLException {
    Path odd = folder.resolve("my  shop's dätä $HOME");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedSettings.of("odd", odd, "shop"))) {
      assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void start_always_hidesItsFiles() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      Path root = settings().folder();
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(server.dataDirectory())))
          .isEqualTo("rwx------");
      for (String file : new String[] {"password", "lock", "port", "postgres.log", "owner"}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))))
            .as(file)
            .isEqualTo("rw-------");
      }
      assertThat(server.toString() + server.access()).doesNotContain(server.password());
    }
  }

  @Test
  void connect_withoutThePassword_isRefused() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      for (String user : new String[] {"cornerstore", "postgres", "root"}) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, "guess"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
    }
  }

  @Test
  void start_always_listensOnLoopbackOnly() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      assertThat(Sql.query(server.access(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.query(server.access(), "SHOW unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void close_always_leavesNoProcess() {
    EmbeddedPostgres server = EmbeddedPostgres.start(settings());
    assertThat(ProcessIdentity.postgresOf(server.dataDirectory())).isNotEmpty();
    server.close();
    server.close();
    assertThat(ProcessIdentity.postgresOf(server.dataDirectory())).isEmpty();
    assertThat(server.isRunning()).isFalse();
    assertThat(PidFile.in(server.dataDirectory())).doesNotExist();
  }

  @Test
  void start_folderInUse_isRefusedAtOnce() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings()))
          .isInstanceOfSatisfying(
              PostgresException.class,
              e -> assertThat(e.code()).isEqualTo(PostgresException.Code.FOLDER_IN_USE))
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void start_otherMajorVersion_isRefused() throws IOException {
    Path version = settings().folder().resolve("pgdata").resolve("PG_VERSION");
    EmbeddedPostgres.start(settings()).close();
    Files.writeString(version, "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(settings()))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("written by PostgreSQL 17, and only 18");
    Files.delete(version);
    assertThatThrownBy(() -> EmbeddedPostgres.start(settings()))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("no PG_VERSION");
  }

  @Test
  void start_serverFails_showsItsLog() {
    assertThatThrownBy(
            () -> EmbeddedPostgres.start(settings().withParameter("shared_buffers", "lots")))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("shared_buffers");
    EmbeddedPostgres.start(settings()).close();
  }

  @Test
  void log_errorsWithValues_staySilent() throws SQLException, IOException {
    String canary = "qzjxwvkpyhgbfmdt";
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(settings().withParameter("shared_buffers", "16MB"))) {
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
      // A backend that dies takes its statement along, not into the log.
      assertThatThrownBy(() ->
              Sql.execute(
                  access,
                  "COPY (SELECT '" + canary + "') TO PROGRAM 'kill -9 $PPID; cat > /dev/null'"))
          .isInstanceOf(SQLException.class);
      assertThat(Files.readString(settings().folder().resolve("postgres.log")))
          .contains("terminated by signal 9")
          .doesNotContain(canary);
    }
  }
}
