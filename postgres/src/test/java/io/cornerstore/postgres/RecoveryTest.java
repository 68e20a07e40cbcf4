package io.cornerstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds after something went wrong. */
@Timeout(120)
class RecoveryTest {

  /** One for all tests: what one leaves behind, the next must cope with. */
  @TempDir static Path folder;

  private EmbeddedSettings settings() {
    return EmbeddedSettings.of("test", folder.resolve("server"), "shop");
  }

  @Test
  void supervisor_serverKilled_startsItAgainOnTheSamePort() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      Sql.execute(server.access(), "CREATE TABLE IF NOT EXISTS person AS SELECT 42 AS id");
      for (int i = 0; i < 3; i++) {
        long killed = server.pid();
        Command.signal("KILL", killed);
        await(() -> server.pid() != killed && answers(server.access()));
        assertThat(Sql.query(server.access(), "SELECT id FROM person")).isEqualTo("42");
      }
    }
  }

  @Test
  void supervisor_stoppedWhileRestarting_leavesNoProcess() {
    EmbeddedPostgres server = EmbeddedPostgres.start(settings());
    Command.signal("KILL", server.pid());
    server.close();
    await(() -> ProcessIdentity.postgresOf(server.dataDirectory()).isEmpty());
    EmbeddedPostgres.start(settings()).close();
  }

  @Test
  void stop_rightAfterABackendCrashed_endsWithoutQuotingItsStatement() throws IOException {
    String canary = "qzjxwvkpyhgbfmdt";
    Path log = settings().folder().resolve("postgres.log");
    EmbeddedPostgres server = EmbeddedPostgres.start(settings());
    assertThatThrownBy(() ->
            Sql.execute(
                server.access(),
                "COPY (SELECT '" + canary + "') TO PROGRAM 'kill -9 $PPID; cat > /dev/null'"))
        .isInstanceOf(SQLException.class);
    await(() -> server.logTail().contains("terminated by signal 9"));
    server.close();
    assertThat(ProcessIdentity.postgresOf(server.dataDirectory())).isEmpty();
    assertThat(Files.readString(log)).doesNotContain(canary);
  }

  @Test
  void start_orphanedServer_endsItFirst() throws Exception {
    EmbeddedPostgres.start(settings()).close();
    try (Orphan orphan = Orphan.start(settings())) {
      Path data = settings().folder().resolve("pgdata");
      await(() -> PidFile.find(data).filter(PidFile::ready).isPresent());
      try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
        assertThat(orphan.process().isAlive()).isFalse();
        assertThat(orphan.process().waitFor()).as("an orderly end").isZero();
        assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void start_orphanedBackendsWithoutServer_endsThem() throws Exception {
    EmbeddedPostgres.start(settings()).close();
    try (Orphan orphan = Orphan.start(settings())) {
      Path data = settings().folder().resolve("pgdata");
      await(() -> PidFile.find(data).filter(PidFile::ready).isPresent());
      // Frozen, they cannot notice that their postmaster died.
      List<Long> children = new ArrayList<>(ProcessIdentity.postgresOf(data));
      children.remove(orphan.process().pid());
      Command.signal("STOP", children.getFirst());
      Command.signal("KILL", orphan.process().pid());
      Thread resume =
          Thread.ofPlatform()
              .start(() -> {
                await(() -> ProcessIdentity.postgresOf(data).size() <= 1);
                Command.signal("CONT", children.getFirst());
              });
      try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
        assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
      }
      resume.join();
    }
  }

  @Test
  void start_stalePidFileNamingAnotherLiveProcess_ignoresIt() throws Exception {
    EmbeddedPostgres.start(settings()).close();
    Path data = settings().folder().resolve("pgdata");
    String self = Long.toString(ProcessHandle.current().pid());
    Files.writeString(
        PidFile.in(data),
        "%s%n%s%n1795367467%n15999%n%n127.0.0.1%n  9979126         4%nready   %n"
            .formatted(self, data));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void start_halfMadeDirectories_areMadeAnew() throws IOException {
    EmbeddedSettings half = EmbeddedSettings.of("half", folder.resolve("half"), "shop");
    Path root = half.folder();
    Files.createDirectories(root.resolve("pgdata.new"));
    Files.writeString(root.resolve("pgdata.new").resolve("PG_VERSION"), "18\n");
    EmbeddedPostgres.start(half).close();
    assertThat(root.resolve("pgdata.new")).doesNotExist();
    assertThat(root.resolve("password.new")).doesNotExist();
  }

  @Test
  void start_asRoot_worksAsNamedUserToo() throws IOException, SQLException {
    assumeTrue(Users.current() == Users.ROOT, "only root can become somebody else");
    EmbeddedSettings named = EmbeddedSettings.of("named", folder.resolve("named"), "shop");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    InstanceFolder instance = InstanceFolder.create(named.folder());
    Optional<RunAs> nobody = RunAs.named("nobody");
    assumeTrue(nobody.isPresent(), "there is a user nobody");
    instance.rememberRunAs(nobody.get());
    for (int i = 0; i < 2; i++) {
      try (EmbeddedPostgres server = EmbeddedPostgres.start(named)) {
        assertThat(Files.getOwner(instance.data()).getName()).isEqualTo("nobody");
        assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
      }
    }
    Files.writeString(named.folder().resolve("run-as"), "user-namespace\n");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(named)) {
      assertThat(Users.ownerOf(server.dataDirectory())).isEqualTo(Users.ROOT);
      assertThat(Sql.query(server.access(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void binaries_damagedOrForeign_areReplacedOrRefused() throws IOException {
    Path root = folder.resolve("cache").resolve("postgres");
    Binaries binaries = Binaries.unpacked(root);
    Files.writeString(binaries.program("initdb"), "lost");
    Binaries.unpacked(root);
    assertThat(Files.size(binaries.program("initdb"))).isGreaterThan(100_000);
    assertThat(root).hasParent(folder.resolve("cache"));
    assertThat(folder.resolve("cache").toFile().list()).containsExactly("postgres");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> Binaries.unpacked(root)).hasMessageContaining("another user");
  }

  /** A server without the parent-death signal, as after the kill of a JVM on a bare system. */
  private record Orphan(Process process) implements AutoCloseable {

    static Orphan start(EmbeddedSettings settings) throws IOException {
      Path data = settings.folder().resolve("pgdata");
      RunAs runAs =
          RunAs.choose(new InstanceFolder(settings.folder()), DataDirectory.findOwner(data));
      List<String> words = new ArrayList<>(runAs.prefix());
      words.addAll(
          List.of(
              Binaries.unpacked(settings.binaries()).program("postgres").toString(),
              "-D",
              data.toString(),
              "-c",
              "unix_socket_directories=",
              "-c",
              "port=" + Ports.choose(java.util.OptionalInt.empty())));
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(data.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("/dev/null")));
      Command.isolate(builder.environment());
      return new Orphan(builder.start());
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  private static boolean answers(PostgresAccess access) {
    try {
      return Sql.query(access, "SELECT 1").equals("1");
    } catch (SQLException _) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Pause.milliseconds(5);
    }
  }
}
