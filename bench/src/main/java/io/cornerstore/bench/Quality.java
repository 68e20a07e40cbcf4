package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How right the customers are: the sample town goes through the ordinary import and is compared
 * with its truth. Leaves {@code pairs.csv} (source, key, person, customer) for an evaluator of your
 * own.
 *
 * <p>{@code bench/run quality [people=10000] [seed=7]}
 */
public final class Quality {

  private static final Duration LIMIT = Duration.ofMinutes(60);

  private Quality() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.of(arguments, "people");
    int people = given.number("people", 10_000);
    int seed = given.number("seed", 7);
    Program program = Program.installed();
    Path folder = WorkFolder.fresh("quality-" + people);
    Path town = folder.resolve("town");
    Path data = folder.resolve("data");
    Path pairs = folder.resolve("pairs.csv");
    program.run(LIMIT, "town", town, "--people", people, "--seed", seed);
    Program.Ended ended = program.run(LIMIT, "import", town.resolve("feeds"), "--data", data);
    Path truth = town.resolve("truth").resolve("truth.csv");
    print(
        people,
        seed,
        ended,
        score(program.run(LIMIT, "score", truth, "--data", data, "--pairs", pairs)));
    System.out.println("  every subject with its person and its customer is in " + pairs);
    Machine.here().print();
  }

  private static Map<String, Double> score(Program.Ended ended) {
    String line =
        ended.output().stream().filter(each -> each.startsWith("score ")).findFirst().orElseThrow();
    return Stream.of(line.split(" "))
        .skip(1)
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(word -> word[0], word -> Double.parseDouble(word[1])));
  }

  private static void print(int people, int seed, Program.Ended load, Map<String, Double> score) {
    double precision = score.get("precision");
    double recall = score.get("recall");
    new Table("Sample town of %,d people, seed %d".formatted(people, seed))
        .row("source subjects with a name", "%,.0f", score.get("subjects"))
        .row("people and organisations they are", "%,.0f", score.get("people"))
        .row("customers found", "%,.0f", score.get("customers"))
        .row("pairs: precision", "%.4f", precision)
        .row("pairs: recall", "%.4f", recall)
        .row("pairs: F1", "%.4f", 2 * precision * recall / (precision + recall))
        .row("B-cubed: precision", "%.4f", score.get("bcubed-precision"))
        .row("B-cubed: recall", "%.4f", score.get("bcubed-recall"))
        .row("import of the whole town took", "%.1f s", load.wall().toMillis() / 1e3)
        .print();
  }
}
