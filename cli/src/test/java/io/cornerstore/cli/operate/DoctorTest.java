package io.cornerstore.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import io.cornerstore.cli.installation.Installation;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doctor on a healthy installation, and on one with each kind of trouble. */
class DoctorTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeInstallation() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (ServerSocket free = new ServerSocket(0)) {
      Files.writeString(
          folder.resolve("cornerstore.yaml"), "server:\n  port: " + free.getLocalPort() + "\n");
    }
  }

  private void start() {
    try (Installation installation = Installation.own(folder)) {
      installation.command();
    }
  }

  private CommandRun doctor() {
    return CommandRun.of(folder, "doctor", "--json");
  }

  private static String verdict(CommandRun run, String check) {
    for (JsonNode finding : JsonMapper.builder().build().readTree(run.out())) {
      if (finding.get("check").asString().equals(check)) {
        return finding.get("verdict").asString();
      }
    }
    throw new AssertionError("no finding " + check + " in " + run.out());
  }

  @Test
  void installation_stoppedAndRunning_isHealthy() {
    start();
    CommandRun stopped = doctor();
    assertThat(stopped.code()).as(stopped.out()).isZero();
    for (String check :
        new String[] {
          "settings",
          "folder",
          "root-key",
          "database",
          "keys",
          "keys-apart",
          "tables",
          "key-tables",
          "clock",
          "database-clock",
          "java",
          "index",
          "port"
        }) {
      assertThat(verdict(stopped, check)).as(check).isEqualTo("OK");
    }
    assertThat(verdict(stopped, "backup")).isEqualTo("WARNING");
    assertThat(CommandRun.of(folder, "backup", "--to", folder.resolve("b").toString()).code())
        .isZero();
    try (Installation running = Installation.own(folder)) {
      running.databases();
      CommandRun attached = doctor();
      assertThat(attached.code()).as(attached.out()).isZero();
      assertThat(verdict(attached, "backup")).isEqualTo("OK");
      assertThat(verdict(attached, "database")).isEqualTo("OK");
    }
    assertThat(CommandRun.of(folder, "doctor").out()).contains("ok       keys-apart");
  }

  @Test
  void installation_brokenInManyWays_getsAllOfThemNamed() throws IOException {
    start();
    Files.delete(folder.resolve("root.key"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("main/pgdata/PG_VERSION"), "17\n");
    Instant later = Instant.now().plus(Duration.ofDays(1));
    Files.writeString(folder.resolve("observations"), later + " 1000\nnot a line\n");
    Files.writeString(folder.resolve("restored"), "2026-11-22T10:00:00Z\n");
    Files.writeString(folder.resolve("cornerstore.yaml"), "sever:\n  port: 1\n");
    CommandRun broken = doctor();
    assertThat(broken.code()).isEqualTo(1);
    for (String check : new String[] {"settings", "root-key", "database", "clock"}) {
      assertThat(verdict(broken, check)).as(check).isEqualTo("FAILURE");
    }
    assertThat(verdict(broken, "folder")).isEqualTo("WARNING");
    assertThat(verdict(broken, "restored")).isEqualTo("WARNING");
    assertThat(broken.out()).contains("Maybe 'server'?").contains("was noted before");
  }

  @Test
  void port_takenByAnotherProgram_isAFailure() throws IOException {
    start();
    try (ServerSocket taken = new ServerSocket(0)) {
      Files.writeString(
          folder.resolve("cornerstore.yaml"), "server:\n  port: " + taken.getLocalPort() + "\n");
      CommandRun run = doctor();
      assertThat(verdict(run, "port")).isEqualTo("FAILURE");
      assertThat(run.code()).isEqualTo(1);
    }
  }
}
