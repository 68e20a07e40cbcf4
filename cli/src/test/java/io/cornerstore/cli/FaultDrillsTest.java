package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.cli.intake.Work;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.Quarantine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong in the life of a server, done to a real one: each ends in an answer that says so,
 * and nothing acknowledged is lost or doubled. {@code -Dcornerstore.drill-seconds=60} makes the
 * databases stay away for a minute.
 */
class FaultDrillsTest {

  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("cornerstore.drill-seconds", 6));
  private static final String MAPPING =
      """
      source: drills
      channel: store-purchase
      files: ["rows.csv*"]
      message-id: id
      subject:
        key: id
      person:
        given-name: name
      interaction:
        type: purchase
        time: at
      """;

  @TempDir private static Path folder;
  private static DrillServer server;

  @TempDir private Path feed;

  @BeforeAll
  static void start() {
    server = new DrillServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "keys"})
  void database_awayForAWhile_losesAndDoublesNothing(String instance) throws Exception {
    int senders = 8;
    int each = 5;
    server.deliver(instance + "-before", "x");
    long before = server.records();
    server.signal(instance, "STOP");
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Integer>>> delivered = new ArrayList<>();
      for (int i = 0; i < senders * each; i++) {
        String id = instance + "-" + i;
        delivered.add(pool.submit((Callable<List<Integer>>) () -> server.deliver(id, "x")));
      }
      LockSupport.parkNanos(AWAY.toNanos());
      assertThat(server.status("livez")).isEqualTo(200);
      server.signal(instance, "CONT");
      for (Future<List<Integer>> one : delivered) {
        assertThat(one.get()).endsWith(200);
      }
    } finally {
      server.signal(instance, "CONT");
    }
    assertThat(server.records()).isEqualTo(before + senders * each);
  }

  @Test
  void clients_thatSendSlowly_hinderNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket("127.0.0.1", server.home().getPort());
        socket
            .getOutputStream()
            .write(
                ("POST /v1/track HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + DrillServer.basic(server.key())
                        + "\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      long begun = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        assertThat(server.event("beside-slow-" + i, "x").statusCode()).isEqualTo(200);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void field_ofAMegabyte_isRefusedAloneAndSaidSo() throws Exception {
    String large = "x".repeat(1 << 20);
    assertThat(server.event("large", large).statusCode()).isIn(400, 413);
    long before = server.records();
    ImportReport report =
        read(
            "id,name,at\n1,Ada,2026-01-02T03:04:05Z\n2,%s,2026-01-02T03:04:05Z\n".formatted(large));
    assertThat(server.records()).as(report.text()).isGreaterThan(before);
    assertThat(server.status("livez")).isEqualTo(200);
  }

  @Test
  void rows_aHundredThousandBad_goToQuarantine() throws Exception {
    long before = quarantined();
    StringBuilder rows = new StringBuilder("id,name,at\n");
    IntStream.range(0, 100_000)
        .forEach(i -> rows.append("bad-").append(i).append(",Ada,not a time\n"));
    ImportReport report = read(rows.toString());
    assertThat(quarantined() - before).as(report.text()).isEqualTo(100_000);
    assertThat(server.status("livez")).isEqualTo(200);
    assertThat(server.event("after-bad-rows", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void zipBomb_isRefusedWithoutFillingMemoryOrDisk() throws Exception {
    Files.writeString(feed.resolve("rows.mapping.yaml"), MAPPING);
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out =
        new GZIPOutputStream(
            new BufferedOutputStream(Files.newOutputStream(feed.resolve("rows.csv.gz"))))) {
      for (int i = 0; i < 1_500; i++) {
        out.write(zeros);
      }
    }
    long free = folder.toFile().getUsableSpace();
    assertThatThrownBy(() -> new Work(server.application()).read(ImportRequest.of(feed)))
        .isInstanceOf(IntakeException.class)
        .message()
        .isNotBlank();
    assertThat(free - folder.toFile().getUsableSpace()).isLessThan(300L << 20);
    assertThat(server.event("after-bomb", "x").statusCode()).isEqualTo(200);
  }

  private ImportReport read(String rows) throws IOException {
    Files.writeString(feed.resolve("rows.mapping.yaml"), MAPPING);
    Files.writeString(feed.resolve("rows.csv"), rows);
    return new Work(server.application()).read(ImportRequest.of(feed));
  }

  private static long quarantined() {
    return server.application().getBean(Quarantine.class).countsByReason().values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
