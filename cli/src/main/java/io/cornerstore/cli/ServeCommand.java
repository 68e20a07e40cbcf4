package io.cornerstore.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Runs the server: console, JSON API and the API for events.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Settings: a file cornerstore.yaml in the data folder, see docs/reference/configuration.md.",
      "The first account: ./cornerstore staff add NAME --role service",
      "Roles open different pages: 'staff add --help' lists them; 'administrator' opens no customer."
    })
final class ServeCommand implements Callable<Integer> {

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
      new CountDownLatch(1).await(); // until a signal ends the process
      return 0;
    }
  }

  private Installation open() {
    Path folder = data.folder();
    return Installation.own(folder, data.settings(folder, listen.overrides()));
  }
}
