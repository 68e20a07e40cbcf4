package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** How the whole server stops while somebody is being served. */
class GracefulStopTest {

  @TempDir private Path folder;

  private static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void stop_duringARequest_letsItFinishAndEndsSoon() throws Exception {
    String secret =
        CommandRun.of(folder, "key", "add", "shop", "--source", "shop", "--scope", "write")
            .out()
            .strip()
            .replaceAll(".* ", "");
    Installation second =
        Installation.own(folder, Settings.read(null, Map.of("server.port", "0"), _ -> null));
    ConfigurableApplicationContext server = second.server();
    int port = URI.create(ListenOptions.address(server)).getPort();
    byte[] body =
        "{\"userId\":\"7\",\"event\":\"Product Viewed\"}".getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/track HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                      + basic(secret)
                      + "\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body, 0, 10);
      socket.getOutputStream().flush();
      awaitActive(server.getBean(MeterRegistry.class));
      long begun = System.nanoTime();
      Thread stopping = Thread.ofPlatform().start(second::close);
      awaitRefusing(port);
      socket.getOutputStream().write(body, 10, body.length - 10);
      socket.getOutputStream().flush();
      try (InputStream answer = socket.getInputStream()) {
        assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 200");
      }
      stopping.join();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
    assertThat(folder.resolve("owner")).doesNotExist();
    assertThat(folder.resolve("main/pgdata/postmaster.pid")).doesNotExist();
  }

  /* The request is under way once the server has counted it. */
  private static void awaitActive(MeterRegistry active) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (active.find("http.server.requests.active").longTaskTimers().stream()
            .allMatch(timer -> timer.activeTasks() == 0)
        && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void awaitRefusing(int port) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      try (Socket probe = new Socket("127.0.0.1", port)) {
        Thread.onSpinWait();
      } catch (IOException _) {
        return; // no longer taken
      }
    }
  }
}
