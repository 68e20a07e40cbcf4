package io.cornerstore.cli.trial;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.intake.Work;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelTrial.Outcome;
import java.io.PrintWriter;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes a model into use: only one that was tried is, and everything is linked anew. */
final class Use {

  private final ConfigurableApplicationContext application;
  private final PrintWriter out;

  Use(ConfigurableApplicationContext application, PrintWriter out) {
    this.application = application;
    this.out = out;
  }

  void use(Function<ModelDesk, ModelCandidate> chosen, String because) throws InterruptedException {
    if (because.isBlank()) {
      throw new UserMistake("say why, with --because");
    }
    ModelDesk desk = application.getBean(ModelDesk.class);
    Trial trial = new Trial(desk, application.getBean(Customers.class), out);
    Outcome outcome = trial.run(chosen.apply(desk));
    trial.print(outcome);
    long number = desk.use(OPERATOR, outcome.version(), because);
    out.println("Model number %d is in use.".formatted(number));
    out.flush();
    new Work(application).resolve();
  }
}
