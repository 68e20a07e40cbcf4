package io.cornerstore.cli;

import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.installation.TemporaryFolder;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.identity.Customer;
import io.cornerstore.identity.Customers;
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
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/**
 * Loads a small town, starts a server over it, asks for its first page and some customers, and
 * ends. The launcher runs it once after a build so that the JVM can record which classes a start,
 * an import and a first answer need (JEP 483): later processes find them linked.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts and stops once, to make later starts quicker.")
final class RehearseCommand implements Callable<Integer> {

  private static final int PEOPLE = 1_500;
  private static final int SEED = 3;
  private static final int CUSTOMERS = 1_000;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("cornerstore-rehearsal");
    try (TemporaryFolder temporary = new TemporaryFolder(folder);
        Installation installation = Installation.own(temporary.path(), settings());
        HttpClient client = HttpClient.newHttpClient()) {
      load(installation, folder.resolve("town"));
      ConfigurableApplicationContext application = installation.server();
      URI home = URI.create(ListenOptions.address(application));
      boolean answers = answers(client, HttpRequest.newBuilder(home.resolve("sign-in")));
      return answers && look(application, client, home) ? 0 : 1;
    }
  }

  private static Settings settings() {
    return Settings.read(null, Map.of("server.port", "0"), _ -> null);
  }

  private static void load(Installation installation, Path town)
      throws IOException, InterruptedException {
    TownFeeds.write(Town.of(TownSettings.of(SEED, PEOPLE)), town, (_, _, _) -> {});
    Work work = new Work(installation.command());
    work.read(ImportRequest.of(town.resolve("feeds")));
    work.resolve();
    installation.closeApplication();
  }

  /** Looks at customers as a program would, so that a fresh server answers its first ones soon. */
  private static boolean look(ApplicationContext application, HttpClient client, URI home)
      throws IOException, InterruptedException {
    String secret =
        application
            .getBean(ApiKeys.class)
            .issue(new Actor.Machine("rehearsal"), "rehearsal", null, EnumSet.of(ApiScope.SERVICE));
    boolean all = true;
    for (Customer customer : application.getBean(Customers.class).changedAfter(0, CUSTOMERS)) {
      all &=
          answers(
              client,
              HttpRequest.newBuilder(home.resolve("api/v1/customers/" + customer.id()))
                  .header("Authorization", "Bearer " + secret)
                  .header("X-Purpose", "service"));
    }
    return all;
  }

  private static boolean answers(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
