package io.cornerstore.cli.trial;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.link.ModelCommand;
import io.cornerstore.cli.model.ModelFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Another model taken into use. */
@Command(
    name = "apply",
    description = {
      "Uses another model from now on: tries it, says what changes, and links everything anew.",
      "'model back' takes it back."
    },
    mixinStandardHelpOptions = true)
public final class ModelApplyCommand implements Callable<Integer> {

  @Mixin private CandidateOptions which = new CandidateOptions();

  @Option(
      names = "--because",
      paramLabel = "WORDS",
      required = true,
      description = "Why, for the audit trail.")
  private String because = "";

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<ModelFile> file = which.read(ModelCommand::roleOf, spec.commandLine().getErr());
    return data.with(
        spec,
        (application, out) ->
            new Use(application, out).use(desk -> which.candidate(file, desk), because));
  }
}
