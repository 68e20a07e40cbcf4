package io.cornerstore.cli.trial;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.identity.ModelCandidate.Thresholds;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelDesk.KeptModel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The models that are or were in use. */
@Command(
    name = "list",
    description = "Lists the models that are or were in use, the newest first.",
    mixinStandardHelpOptions = true)
public final class ModelListCommand implements Callable<Integer> {

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return data.with(
        ModelDesk.class,
        spec,
        (desk, out) -> {
          List<KeptModel> kept = desk.kept(OPERATOR);
          kept.forEach(model -> out.println(line(model)));
          if (kept.stream().noneMatch(KeptModel::inUse)) {
            Thresholds now = desk.thresholds(OPERATOR);
            out.println(
                "In use is the model that needs no training: link from %s bits, review from %s."
                    .formatted(bits(now.linkBits()), bits(now.reviewBits())));
          }
        });
  }

  private static String line(KeptModel model) {
    return "%6d  %s  link from %s bits, review from %s  trained on %,d  %s%s"
        .formatted(
            model.number(),
            model.version(),
            bits(model.linkBits()),
            bits(model.reviewBits()),
            model.trainedOn(),
            model.at(),
            model.inUse() ? "  in use" : "");
  }

  private static String bits(double bits) {
    return String.format(Locale.ROOT, "%.1f", bits);
  }
}
