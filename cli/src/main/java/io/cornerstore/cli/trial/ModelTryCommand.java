package io.cornerstore.cli.trial;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.link.ModelCommand;
import io.cornerstore.cli.model.ModelFile;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.ModelDesk;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What another model would change. */
@Command(
    name = "try",
    description = {
      "Links all records of the installation by another model, in memory, and says what it would"
          + " change.",
      "Nothing is changed."
    },
    mixinStandardHelpOptions = true)
public final class ModelTryCommand implements Callable<Integer> {

  @Mixin private CandidateOptions which = new CandidateOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<ModelFile> file = which.read(ModelCommand::roleOf, spec.commandLine().getErr());
    return data.with(
        spec,
        (application, out) -> {
          ModelDesk desk = application.getBean(ModelDesk.class);
          Trial trial = new Trial(desk, application.getBean(Customers.class), out);
          trial.print(trial.run(which.candidate(file, desk)));
          out.println("Nothing was changed. 'model apply' with a reason uses it.");
        });
  }
}
