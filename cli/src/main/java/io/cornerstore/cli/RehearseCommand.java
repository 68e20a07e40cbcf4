package io.cornerstore.cli;

import io.cornerstore.intake.ImportRequest;
import io.cornerstore.sampletown.Town;
import io.cornerstore.sampletown.TownFeeds;
import io.cornerstore.sampletown.TownSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/**
 * Loads a small town, starts a server over it, asks for its first page, and ends. The launcher runs
 * it once after a build so that the JVM can record which classes a start needs and which methods an
 * import runs most (JEP 483, JEP 515): later processes start at once and warm up in less time.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts and stops once, to make later starts quicker.")
final class RehearseCommand implements Callable<Integer> {

  private static final int PEOPLE = 1_500;
  private static final int SEED = 3;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("cornerstore-rehearsal");
    try (Installation installation = Installation.own(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      load(installation, folder.resolve("town"));
      ConfigurableApplicationContext application =
          installation.server(Map.of("server.port", "0", "server.address", "127.0.0.1"));
      URI page = URI.create(ListenOptions.address(application)).resolve("sign-in");
      return client
                  .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                  .statusCode()
              == 200
          ? 0
          : 1;
    } finally {
      delete(folder);
    }
  }

  private static void load(Installation installation, Path town)
      throws IOException, InterruptedException {
    TownFeeds.write(Town.of(TownSettings.of(SEED, PEOPLE)), town, (_, _, _) -> {});
    Work work = new Work(installation.command());
    work.read(ImportRequest.of(town.resolve("feeds")));
    work.resolve();
    installation.closeApplication();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
