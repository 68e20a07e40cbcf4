package io.cornerstore.cli.trial;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.terminal.ProgressLine;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.identity.Customers;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.identity.ModelTrial;
import io.cornerstore.identity.ModelTrial.Outcome;
import io.cornerstore.identity.ModelTrial.Sample;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One dry run of a model over all records, and what it would change in lines for people. */
final class Trial {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int MOST_SAMPLES = 10;
  private static final Map<String, String> STAGES =
      Map.of("load", "Loading the records", "train", "Training", "link", "Linking all records");

  private final ModelDesk desk;
  private final Customers customers;
  private final PrintWriter out;

  Trial(ModelDesk desk, Customers customers, PrintWriter out) {
    this.desk = desk;
    this.customers = customers;
    this.out = out;
  }

  /** Runs it to its end, showing how far it is. */
  Outcome run(ModelCandidate candidate) throws InterruptedException {
    desk.tryOut(OPERATOR, candidate);
    try (ProgressLine line = new ProgressLine()) {
      while (true) {
        ModelTrial trial = desk.trial(OPERATOR).orElseThrow();
        Outcome outcome = trial.outcome();
        if (outcome != null) {
          return outcome;
        }
        if (trial.state() == ModelTrial.State.FAILED) {
          throw new UserMistake(
              "the trial failed, and nothing was changed. What is printed above says why");
        }
        line.show(
            STAGES.getOrDefault(trial.stage(), trial.stage()), trial.done(), trial.total(), "");
        Thread.sleep(LOOK); // the desk says how far it is when it is asked, for pages that ask too
      }
    }
  }

  /** Prints what the model would change. */
  void print(Outcome outcome) {
    out.println("Model " + outcome.version());
    List<String> differences = outcome.differences();
    out.println(
        differences.isEmpty()
            ? "It is the model in use."
            : "Differences from the model in use: %,d, the first of them:"
                .formatted(differences.size()));
    differences.stream().limit(MOST_SAMPLES).forEach(line -> out.println("    " + line));
    count(outcome.before(), "customers now");
    count(outcome.after(), "customers there would be");
    count(outcome.merged(), "customers would be joined to another");
    count(outcome.split(), "customers would fall apart");
    count(outcome.moved(), "identities would leave their customer");
    count(outcome.doubtBefore(), "pairs in doubt now");
    count(outcome.doubtAfter(), "pairs would be in doubt");
    outcome.samples().stream().limit(MOST_SAMPLES).forEach(this::print);
    out.flush();
  }

  private void count(long number, String of) {
    out.println("%,12d %s".formatted(number, of));
  }

  /* By ids: who may see whom they stand for opens their pages. */
  private void print(Sample sample) {
    out.println(
        sample.merge()
            ? "    would be one: %s (%d) and %s (%d)"
                .formatted(
                    names(sample.left()),
                    sample.left().size(),
                    names(sample.right()),
                    sample.right().size())
            : "    would fall apart: %s into %d and %d identities"
                .formatted(names(sample.left()), sample.left().size(), sample.right().size()));
  }

  private String names(Collection<SubjectId> subjects) {
    return customers.current(subjects).values().stream()
        .distinct()
        .limit(2)
        .map(CustomerId::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
