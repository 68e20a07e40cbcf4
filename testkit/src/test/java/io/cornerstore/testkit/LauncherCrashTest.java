package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.postgres.PostgresException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the servers, from several JVMs that die. */
@Timeout(240)
class LauncherCrashTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** One for all tests: what one leaves behind, the next must cope with. */
  @TempDir static Path folder;

  /** Starts or attaches, says which, then commits row after row or waits. */
  static final class Shop {
    static void main(String[] arguments) throws Exception {
      PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
      EmbeddedClusterSettings settings = EmbeddedClusterSettings.under(Path.of(arguments[0]));
      try (EmbeddedCluster cluster = open(settings, arguments[1])) {
        out.println(cluster.isOwner() ? "owner" : "attached");
        if (arguments[2].equals("write")) {
          write(cluster.main(), out);
        }
        new CountDownLatch(1).await();
      } catch (PostgresException e) {
        out.println("refused " + e.code());
      }
    }

    private static EmbeddedCluster open(EmbeddedClusterSettings settings, String how) {
      return how.equals("start")
          ? EmbeddedCluster.start(settings)
          : EmbeddedCluster.startOrAttach(settings);
    }

    private static void write(PostgresAccess access, PrintStream out) throws SQLException {
      try (Connection connection = access.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE IF NOT EXISTS sale (id bigint PRIMARY KEY)");
        long first = max(connection) + 1;
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO sale VALUES (?)")) {
          for (long id = first; ; id++) {
            insert.setLong(1, id);
            insert.executeUpdate();
            out.println("committed " + id);
          }
        }
      }
    }
  }

  private ForkedJava shop(String how, String what) {
    return ForkedJava.start(Shop.class, folder.toString(), how, what);
  }

  @Test
  void start_ownerKilledWhileWriting_hasAllAcknowledgedRows() throws SQLException {
    for (int cycle = 0; cycle < 3; cycle++) {
      long acknowledged;
      try (ForkedJava shop = shop("start", "write")) {
        shop.awaitLine("committed ", LIMIT);
        shop.awaitLine(line -> line.endsWith("00"), LIMIT);
        shop.kill();
        List<String> rest = shop.drainLines();
        acknowledged =
            rest.isEmpty() ? 100 : Long.parseLong(rest.getLast().substring("committed ".length()));
      }
      try (EmbeddedCluster cluster = EmbeddedCluster.start(settings());
          Connection connection = cluster.main().connect()) {
        assertThat(max(connection)).isGreaterThanOrEqualTo(acknowledged).isGreaterThan(99);
        assertThat(count(connection)).isEqualTo(max(connection));
      }
    }
  }

  @Test
  void owner_killed_takesItsServersAlong() throws IOException {
    try (ForkedJava shop = shop("start", "wait")) {
      shop.awaitLine("owner", LIMIT);
      assertThat(serversIn(folder)).isNotEmpty();
      shop.kill();
    }
    // Where setpriv is missing they stay until the next start, which ends them.
    EmbeddedCluster.start(settings()).close();
    assertThat(serversIn(folder)).isEmpty();
  }

  @Test
  void owner_terminated_stopsItsServers() throws IOException {
    try (ForkedJava shop = shop("start", "wait")) {
      shop.awaitLine("owner", LIMIT);
      shop.terminate();
      shop.waitFor(LIMIT);
    }
    assertThat(serversIn(folder)).isEmpty();
    assertThat(folder.resolve("main/pgdata/postmaster.pid")).doesNotExist();
  }

  @Test
  void startOrAttach_twoAtOnce_oneOwnsAndOneAttaches() {
    for (int round = 0; round < 2; round++) {
      try (ForkedJava one = shop("attach", "wait");
          ForkedJava two = shop("attach", "wait")) {
        List<String> roles = List.of(one.awaitLine("", LIMIT), two.awaitLine("", LIMIT));
        assertThat(roles).containsExactlyInAnyOrder("owner", "attached");
      }
    }
  }

  @Test
  void start_ownedByAnother_isRefused() {
    try (ForkedJava owner = shop("start", "wait")) {
      owner.awaitLine("owner", LIMIT);
      try (ForkedJava second = shop("start", "wait")) {
        assertThat(second.awaitLine("refused ", LIMIT)).isEqualTo("FOLDER_IN_USE");
      }
    }
  }

  @Test
  void startOrAttach_whileOwnerRuns_seesItsRows() throws SQLException {
    try (ForkedJava owner = shop("start", "write")) {
      owner.awaitLine(line -> line.endsWith("00"), LIMIT);
      try (EmbeddedCluster cluster = EmbeddedCluster.startOrAttach(settings());
          Connection connection = cluster.main().connect()) {
        assertThat(cluster.isOwner()).isFalse();
        assertThat(max(connection)).isGreaterThan(99);
      }
      long before = Long.parseLong(owner.awaitLine("committed ", LIMIT));
      assertThat(Long.parseLong(owner.awaitLine("committed ", LIMIT))).isGreaterThan(before);
    }
  }

  @Test
  void startOrAttach_ownerKilled_becomesOwner() {
    try (ForkedJava first = shop("start", "wait")) {
      first.awaitLine("owner", LIMIT);
      first.kill();
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.startOrAttach(settings())) {
      assertThat(cluster.isOwner()).isTrue();
    }
  }

  @Test
  void startOrAttach_twiceInOneJvm_attaches() throws SQLException {
    try (EmbeddedCluster owner = EmbeddedCluster.start(settings())) {
      try (EmbeddedCluster attached = EmbeddedCluster.startOrAttach(settings())) {
        assertThat(attached.isOwner()).isFalse();
        assertThat(attached.keys()).isEqualTo(owner.keys());
      }
      try (Connection connection = owner.keys().connect()) {
        assertThat(connection.isValid(5)).isTrue();
      }
      // Looking at the lock must not have lost it.
      try (ForkedJava second = shop("start", "wait")) {
        assertThat(second.awaitLine("refused ", LIMIT)).isEqualTo("FOLDER_IN_USE");
      }
    }
    assertThat(EmbeddedCluster.findRunning(settings())).isEmpty();
  }

  private EmbeddedClusterSettings settings() {
    return EmbeddedClusterSettings.under(folder);
  }

  private static long max(Connection connection) throws SQLException {
    return number(connection, "SELECT coalesce(max(id), 0) FROM sale");
  }

  private static long count(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sale");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Process ids that work below the folder. */
  private static List<Long> serversIn(Path folder) throws IOException {
    Path real = folder.toRealPath();
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> {
          try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                .startsWith(real);
          } catch (IOException _) {
            return false;
          }
        })
        .toList();
  }
}
