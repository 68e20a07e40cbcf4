package io.cornerstore.cli.trial;

import static io.cornerstore.cli.installation.Installation.OPERATOR;

import io.cornerstore.cli.model.ModelFile;
import io.cornerstore.cli.terminal.UserMistake;
import io.cornerstore.identity.ModelCandidate;
import io.cornerstore.identity.ModelDesk;
import io.cornerstore.linkage.LinkageModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model is meant. */
final class CandidateOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = {
        "A model in a file: model.json of 'cornerstore link', or one that Splink 4 or 5 has saved.",
        "Without one: the model in use, with the thresholds given here."
      })
  private @Nullable Path file;

  @Option(names = "--train", description = "Instead: a model trained anew on all records held.")
  private boolean train;

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      description = "Instead: one that was in use, as 'model list' shows it.")
  private @Nullable Long number;

  @Option(
      names = "--link-bits",
      paramLabel = "BITS",
      description = "From how many bits on two records link without a person.")
  private @Nullable Double linkBits;

  @Option(
      names = "--review-bits",
      paramLabel = "BITS",
      description = "From how many bits on a person should look.")
  private @Nullable Double reviewBits;

  /**
   * The file that is named, read before any database is opened, so that a mistake shows at once.
   */
  Optional<ModelFile> read(Function<String, Optional<String>> roleOf, PrintWriter say)
      throws IOException {
    boolean thresholds = linkBits != null || reviewBits != null;
    long named = Stream.of(file != null, train, number != null).filter(one -> one).count();
    if (named > 1 || (named == 1 && file == null && thresholds) || (named == 0 && !thresholds)) {
      throw new UserMistake(
          "name one model: a file, --train, --number, or --link-bits and --review-bits; only a file"
              + " goes together with the bits");
    }
    if (file == null) {
      return Optional.empty();
    }
    ModelFile read = ModelFile.read(file, roleOf);
    read.notes().forEach(note -> say.println("  " + note));
    return Optional.of(read);
  }

  /** The candidate; what is not given is as in the file, or else as in the model in use. */
  ModelCandidate candidate(Optional<ModelFile> read, ModelDesk desk) {
    if (train) {
      return new ModelCandidate.Trained();
    }
    if (number != null) {
      return kept(number, desk);
    }
    if (read.isEmpty()) {
      ModelCandidate.Thresholds now = desk.thresholds(OPERATOR);
      return new ModelCandidate.Thresholds(
          given(linkBits, now.linkBits()), given(reviewBits, now.reviewBits()));
    }
    LinkageModel model = read.get().model();
    double link = given(linkBits, model.linkBits());
    double review = given(reviewBits, model.reviewBits());
    if (!(review <= link)) {
      throw new UserMistake(
          "review would start at %s bits, above link at %s. Maybe swap them?"
              .formatted(review, link));
    }
    return new ModelCandidate.Given(model.withThresholds(link, review), read.get().countedHere());
  }

  /** One of those kept. */
  static ModelCandidate kept(long number, ModelDesk desk) {
    if (desk.kept(OPERATOR).stream().noneMatch(one -> one.number() == number)) {
      throw new UserMistake(
          "there is no model number %d. Maybe look with: model list".formatted(number));
    }
    return new ModelCandidate.Kept(number);
  }

  private static double given(@Nullable Double option, double otherwise) {
    return option == null ? otherwise : option;
  }
}
