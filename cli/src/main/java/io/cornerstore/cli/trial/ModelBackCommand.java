package io.cornerstore.cli.trial;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelDesk.KeptModel;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A former model taken into use again. */
@Command(
    name = "back",
    description = "Uses a former model again, and links everything anew.",
    mixinStandardHelpOptions = true)
public final class ModelBackCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "As 'model list' shows it (default: the one before the one in use).")
  private @Nullable Long number;

  @Option(
      names = "--because",
      paramLabel = "WORDS",
      required = true,
      description = "Why, for the audit trail.")
  private String because = "";

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return data.with(
        spec, (application, out) -> new Use(application, out).use(this::candidate, because));
  }

  private ModelCandidate candidate(ModelDesk desk) {
    return number == null
        ? new ModelCandidate.Kept(before(desk.kept(OPERATOR)))
        : CandidateOptions.kept(number, desk);
  }

  private static long before(List<KeptModel> kept) {
    long inUse = kept.stream().filter(KeptModel::inUse).mapToLong(KeptModel::number).sum();
    return kept.stream()
        .mapToLong(KeptModel::number)
        .filter(one -> one < inUse)
        .max()
        .orElseThrow(() ->
            new UserMistake(
                "there is no model before the one in use. Maybe look with: model list"));
  }
}
