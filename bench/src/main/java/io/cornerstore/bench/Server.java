package io.cornerstore.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server over a data folder, in a process of its own. */
final class Server implements AutoCloseable {

  private final Process process;
  private final URI address;
  private final Path output;
  private final long started;

  private Server(Process process, URI address, Path output, long started) {
    this.process = process;
    this.address = address;
    this.output = output;
    this.started = started;
  }

  static Server start(Program program, Path data) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path output = data.resolveSibling("server.txt");
    long started = System.nanoTime();
    Process process = program.start(output, "serve", "--data", data, "--port", port);
    return new Server(process, URI.create("http://127.0.0.1:" + port + "/"), output, started);
  }

  URI at(String path) {
    return address.resolve(path);
  }

  long pid() {
    return process.pid();
  }

  /** Waits until the page answers 200 and says how long that was after the start. */
  Duration await(String path, Duration limit) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(10)).build();
      while (status(client, request) != 200) {
        if (!process.isAlive() || System.nanoTime() - started > limit.toNanos()) {
          close();
          throw new IllegalStateException(path + " did not answer: " + Files.readString(output));
        }
        Thread.sleep(5); // a server that starts answers nothing yet that could be waited for
      }
      return Duration.ofNanos(System.nanoTime() - started);
    }
  }

  private static int status(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0; // does not listen yet
    }
  }

  /** Ends it without warning, as the kernel does when memory runs out. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    Program.stop(process);
  }
}
