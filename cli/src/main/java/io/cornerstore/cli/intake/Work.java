package io.cornerstore.cli.intake;

import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.Resolver;
import io.cornerstore.intake.FeedImport;
import io.cornerstore.intake.ImportReport;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.profile.GoldenRecords;
import org.springframework.context.ConfigurableApplicationContext;

/** The way of records through the modules, with its progress shown. */
public final class Work {

  private final ConfigurableApplicationContext application;
  private final Timings timings;

  /** Without a look at where the time goes. */
  public Work(ConfigurableApplicationContext application) {
    this(application, Timings.sinceStart());
  }

  Work(ConfigurableApplicationContext application, Timings timings) {
    this.application = application;
    this.timings = timings;
  }

  /** Reads what the request names into the log. */
  public ImportReport read(ImportRequest request) {
    timings.enter("log");
    try (ProgressLine line = new ProgressLine()) {
      return application
          .getBean(FeedImport.class)
          .run(
              request,
              progress ->
                  line.show(
                      "Reading " + progress.feed(),
                      progress.bytesRead(),
                      progress.bytesTotal(),
                      "%,d rows".formatted(progress.rows())));
    }
  }

  /** Works out who is who, and the golden records, for everything in the log. */
  public void resolve() throws InterruptedException {
    timings.enter("resolve");
    try (ProgressLine line = new ProgressLine()) {
      application
          .getBean(Resolver.class)
          .catchUp(progress -> {
            timings.enter("resolve-" + progress.stage());
            line.show(
                progress.stage(),
                progress.done(),
                progress.total(),
                "%,d of %,d".formatted(progress.done(), progress.total()));
          });
    }
    timings.enter("golden");
    long customers = application.getBean(Customers.class).count();
    try (ProgressLine line = new ProgressLine()) {
      application
          .getBean(GoldenRecords.class)
          .catchUp(progress ->
              line.show(
                  "Golden records",
                  progress.done(),
                  Math.max(customers, progress.done()),
                  "%,d".formatted(progress.done())));
    }
  }
}
