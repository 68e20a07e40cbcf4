package io.cornerstore.cli.demo;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.installation.TownMark;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.identity.Assignments;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.intake.SourceRecords;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.sampletown.Town;
import io.cornerstore.sampletown.TownFeeds;
import io.cornerstore.sampletown.TownSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A made-up town, loaded and served. */
@Command(
    name = "demo",
    description = {
      "Makes up a town, loads what its shops know of it, and serves the result.",
      "A second start uses what is there. The folder of its data is 'data-demo' beside the"
          + " program,",
      "unless --data or CORNERSTORE_DATA names another: your own data stay apart."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final int LARGEST = 5_000_000;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many people live in the town (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Another number, another town (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ListenOptions listen = new ListenOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (people < 10 || people > LARGEST) {
      throw new UserMistake("--people must lie in 10 to " + LARGEST + ", but is " + people);
    }
    PrintWriter out = spec.commandLine().getOut();
    Path place = data.folder("data-demo");
    DemoFolder folder = new DemoFolder(place);
    new TownMark(place).requireSame(people, seed);
    Map<String, String> overrides = listen.overrides();
    overrides.put("profile.zone", "America/New_York"); // where the town lies
    try (Installation installation = Installation.own(place, data.settings(place, overrides))) {
      if (!folder.loaded()) {
        load(installation, folder, out);
      }
      ConfigurableApplicationContext application = installation.server();
      SignIn signIn = folder.signIn(application);
      String address = ListenOptions.address(application);
      out.println();
      out.println("  Cornerstore is open:  " + address);
      folder
          .firstCustomer()
          .ifPresent(
              first -> out.println("  Look first at:        " + address + "customers/" + first));
      out.println("  Sign in as:           " + signIn.name());
      out.println("  Password:             " + signIn.password());
      out.println();
      out.println("Stop it with Ctrl-C; ./cornerstore demo starts it again with the same data.");
      out.flush();
      new CountDownLatch(1).await(); // until a signal ends the process
      return 0;
    }
  }

  private void load(Installation installation, DemoFolder folder, PrintWriter out)
      throws IOException, InterruptedException {
    Path town = folder.town();
    if (!Files.exists(folder.townReady())) {
      out.printf("Making up a town of %,d people …%n", people);
      out.flush();
      try (ProgressLine line = new ProgressLine()) {
        TownFeeds.write(
            Town.of(TownSettings.of(seed, people)),
            town,
            (step, done, total) ->
                line.show("Town: " + step, done, total, "%,d of %,d".formatted(done, total)));
      }
      Files.createFile(folder.townReady());
    }
    ConfigurableApplicationContext application = installation.command();
    Work work = new Work(application);
    ImportReport report = work.read(ImportRequest.of(town.resolve("feeds")));
    work.resolve();
    out.print(report.text());
    out.printf(
        "%,d records of every channel became %,d customers.%n",
        application.getBean(SourceRecords.class).head().value(),
        application.getBean(Customers.class).count());
    out.println(TownScore.of(application, town.resolve("truth").resolve("truth.csv")).text());
    out.flush();
    Optional<CustomerId> first = mostJoined(application.getBean(Assignments.class));
    if (first.isPresent()) {
      folder.rememberFirst(first.get());
    }
    installation.closeApplication();
    folder.markLoaded();
  }

  /* Who has never been here knows no name to search for: an address of somebody with much to see. */
  private static Optional<CustomerId> mostJoined(Assignments assignments) {
    Map<CustomerId, Integer> subjects = new HashMap<>();
    assignments.export((_, customer) -> subjects.merge(customer, 1, Integer::sum));
    return subjects.entrySet().stream()
        .max(
            Map.Entry.<CustomerId, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }
}
