package io.cornerstore.cli.operate;

import io.cornerstore.cli.doctor.Observations;
import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server, until a signal ends it. */
@Command(
    name = "serve",
    description = "Runs the server: console, JSON API and the API for events.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Settings: a file cornerstore.yaml in the data folder, see docs/reference/configuration.md.",
      "The first account: ./cornerstore staff add NAME --role service",
      "Roles open different pages: 'staff add --help' lists them; 'administrator' opens no"
          + " customer."
    })
public final class ServeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ListenOptions listen = new ListenOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (Installation installation = open()) {
      ConfigurableApplicationContext application = installation.server();
      PrintWriter out = spec.commandLine().getOut();
      out.println("Cornerstore answers at " + ListenOptions.address(application));
      out.flush();
      observe(data.folder());
      new CountDownLatch(1).await(); // until a signal ends the process
      return 0;
    }
  }

  /* Free space and time every hour, from which 'doctor' tells growth and a clock set back. */
  private static void observe(Path folder) {
    Observations observations = new Observations(folder);
    var _ =
        Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("observer").factory())
            .scheduleAtFixedRate(
                () -> {
                  try {
                    observations.note(Clock.systemUTC().instant());
                  } catch (IOException e) {
                    LOG.warn("free space cannot be noted: {}", e.getClass().getSimpleName());
                  }
                },
                0,
                1,
                TimeUnit.HOURS);
  }

  private Installation open() {
    Path folder = data.folder();
    return Installation.own(folder, data.settings(folder, listen.overrides()));
  }
}
