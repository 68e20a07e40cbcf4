package io.cornerstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
