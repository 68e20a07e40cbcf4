package io.cornerstore.cli.intake;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.installation.DataOptions;
import io.cornerstore.cli.installation.Installation;
import io.cornerstore.identity.UndoEffects;
import io.cornerstore.intake.ImportRuns;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "undo",
    description = {
      "Takes a whole import back: everything is as if its file had never been read.",
      "Without --yes it only says what would change."
    },
    mixinStandardHelpOptions = true)
final class ImportUndoCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Its number, as 'import list' shows it.")
  private long run;

  @Option(names = "--because", paramLabel = "WORDS", description = "Why, for the audit trail.")
  private String because = "undone on the command line";

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (Installation installation = data.open()) {
      ConfigurableApplicationContext application = installation.command();
      PrintWriter out = spec.commandLine().getOut();
      ImportRuns runs = application.getBean(ImportRuns.class);
      preview(runs.scope(run), application.getBean(UndoEffects.class), out);
      if (!yes) {
        out.println("Nothing was changed. With --yes it is done.");
        out.flush();
        return 0;
      }
      ImportRuns.Undone undone = runs.undo(OPERATOR, run, because);
      out.println(
          "Import %d is undone: %,d records of %,d subjects taken back."
              .formatted(run, undone.records(), undone.subjects()));
      out.flush();
      new Work(application).resolve();
      return 0;
    }
  }

  private static void preview(ImportRuns.Scope scope, UndoEffects effects, PrintWriter out) {
    UndoEffects.Effect effect = effects.of(scope.vanishing(), scope.changing());
    out.println(ImportListCommand.line(scope.run()));
    out.println("%,12d records would be taken back".formatted(scope.records()));
    out.println(
        "%,12d subjects would be unknown again, %,d would be known less well"
            .formatted(scope.vanishing().size(), scope.changing().size()));
    out.println("%,12d customers would change".formatted(effect.customers()));
    out.println(
        "%,12d of them would end: nothing else is known of them".formatted(effect.ending()));
    out.println("%,12d merges, at least, would fall apart".formatted(effect.fallingApart()));
    if (scope.catalogue() > 0) {
      out.println(
          "%,12d products or stores would go back to what others say".formatted(scope.catalogue()));
    }
    if (scope.quarantined() > 0) {
      out.println("%,12d rows would leave quarantine".formatted(scope.quarantined()));
    }
    if (scope.later() > 0) {
      out.println(
          "%,12d later imports of the feed found rows of it known: import their files again"
              .formatted(scope.later()));
    }
  }
}
