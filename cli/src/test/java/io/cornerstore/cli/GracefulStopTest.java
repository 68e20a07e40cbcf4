package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.settings.Settings;
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
                      + "\r\nExpect: 100-continue\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      // The server asks for the body once the request is under way.
      String asked = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(asked).startsWith("HTTP/1.1 100");
      socket.getOutputStream().write(body, 0, 10);
      socket.getOutputStream().flush();
      long begun = System.nanoTime();
      Thread stopping = Thread.ofPlatform().start(second::close);
      awaitRefusing(port);
      socket.getOutputStream().write(body, 10, body.length - 10);
      socket.getOutputStream().flush();
      try (InputStream answer = socket.getInputStream()) {
        assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
            .contains("HTTP/1.1 200");
      }
      stopping.join();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
    assertThat(folder.resolve("owner")).doesNotExist();
    assertThat(folder.resolve("main/pgdata/postmaster.pid")).doesNotExist();
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
