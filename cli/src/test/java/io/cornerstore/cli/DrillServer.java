package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.intake.SourceRecords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server over a folder, and what may be done to it. */
final class DrillServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String key;
  private Installation installation;
  private ConfigurableApplicationContext application;

  DrillServer(Path folder) {
    this.folder = folder;
    CommandRun made =
        CommandRun.of(folder, "key", "add", "shop", "--source", "shop", "--scope", "write");
    assertThat(made.code()).as(made.err()).isZero();
    this.key = made.out().strip().replaceAll(".* ", "");
    start();
  }

  void start() {
    installation =
        Installation.own(folder, Settings.read(null, Map.of("server.port", "0"), _ -> null));
    application = installation.server();
  }

  void restart() {
    installation.close();
    start();
  }

  ConfigurableApplicationContext application() {
    return application;
  }

  URI home() {
    return URI.create(ListenOptions.address(application));
  }

  long records() {
    return application.getBean(SourceRecords.class).head().value();
  }

  int status(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(home().resolve(path)).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Sends an event once; 0 when nothing was answered in time. */
  HttpResponse<String> event(String id, String more) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(home().resolve("v1/track"))
            .timeout(PATIENCE)
            .header("Authorization", basic(key))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Product Viewed\",\"properties\":{\"name\":\"%s\"}}"
                        .formatted(id, id, more)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends an event as clients do: again and again until it is acknowledged. */
  List<Integer> deliver(String id, String more) throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = event(id, more);
        seen.add(answer.statusCode());
        if (answer.statusCode() == 200) {
          return seen;
        }
        assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      } catch (IOException _) {
        seen.add(0); // no answer in time, as seen by a client
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new AssertionError("event " + id + " was never acknowledged: " + seen);
  }

  static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.ISO_8859_1));
  }

  String key() {
    return key;
  }

  /** Stops every process of a database in its tracks, or lets them go on. */
  void signal(String instance, String signal) throws IOException, InterruptedException {
    long postmaster =
        Long.parseLong(
            Files.readAllLines(folder.resolve(instance).resolve("pgdata/postmaster.pid"))
                .getFirst()
                .strip());
    List<String> words = new ArrayList<>(List.of("kill", "-" + signal));
    words.add(Long.toString(postmaster));
    ProcessHandle.of(postmaster)
        .orElseThrow()
        .descendants()
        .forEach(child -> words.add(Long.toString(child.pid())));
    new ProcessBuilder(words).inheritIO().start().waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    client.close();
    installation.close();
  }
}
