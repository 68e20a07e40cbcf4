package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of the whole server, received by a small collector. */
class TracesTest {

  @TempDir private Path folder;

  @Test
  void traces_withAnEndpoint_nameRequestsWithoutWhatTheyWereAbout() throws Exception {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          synchronized (received) {
            exchange.getRequestBody().transferTo(received);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try {
      Path file =
          Files.writeString(
              folder.resolve("cornerstore.yaml"),
              "traces:\n  endpoint: http://127.0.0.1:%d/v1/traces\n  share: 1\n"
                  .formatted(collector.getAddress().getPort()));
      try (Installation installation =
              Installation.own(folder, Settings.read(file, Map.of("server.port", "0"), _ -> null));
          HttpClient client = HttpClient.newHttpClient()) {
        URI home = URI.create(ListenOptions.address(installation.server()));
        for (String path : new String[] {"sign-in?who=kanarienvogel", "customers/kanarienvogel"}) {
          client.send(
              HttpRequest.newBuilder(home.resolve(path)).build(),
              HttpResponse.BodyHandlers.discarding());
        }
      } // what is still held is sent at the stop
    } finally {
      collector.stop(1);
    }
    String text = received.toString(StandardCharsets.ISO_8859_1);
    assertThat(text).contains("/sign-in").contains("cornerstore").doesNotContain("kanarienvogel");
  }
}
