package io.cornerstore.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Whether the server answers at its port, or could. */
public final class ServerCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ServerCheck() {}

  /**
   * Asks the port.
   *
   * @param running whether a server has the data folder; empty where that cannot be known
   * @param tls whether it speaks TLS itself: then only whether it listens is looked at
   */
  public static Finding run(String address, int port, Optional<Boolean> running, boolean tls) {
    boolean free = port == 0 || isFree(address, port);
    if (free && running.isEmpty()) {
      return Finding.ok("port", "the server is stopped, and port " + port + " is free");
    }
    if (running.isPresent() && !running.get()) {
      return free
          ? Finding.ok("port", "the server is stopped, and port " + port + " is free")
          : Finding.failure(
              "port",
              "another program listens on port " + port,
              "Stop it, or choose another with server.port.");
    }
    if (free) {
      return Finding.warning(
          "port",
          "the data are in use, but nothing listens on port " + port,
          "A command may be at work; otherwise the server was started with another port.");
    }
    if (tls) {
      return Finding.ok("port", "listens on port " + port);
    }
    return ready(port);
  }

  private static Finding ready(int port) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                      .timeout(PATIENCE)
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status == 200
          ? Finding.ok("port", "the server is ready on port " + port)
          : Finding.warning(
              "port",
              "the server answers on port %d, but is not ready (%d)".formatted(port, status),
              "Wait until the index is loaded; if that lasts, look into its log.");
    } catch (IOException e) {
      return Finding.failure(
          "port",
          "what listens on port %d does not answer (%s)"
              .formatted(port, e.getClass().getSimpleName()),
          "Look into the server's log; restart it if it hangs.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Finding.warning("port", "not looked at", "Run the doctor again.");
    }
  }

  private static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
