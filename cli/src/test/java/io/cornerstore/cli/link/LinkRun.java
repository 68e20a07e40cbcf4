package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.tabular.Row;
import io.cornerstore.tabular.RowReader;
import io.cornerstore.tabular.RowResult;
import io.cornerstore.tabular.TabularOptions;
import io.cornerstore.tabular.TabularSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine;

/** The command on real files, as a script would use it. */
@NullMarked
record LinkRun(Path folder) {
  private static final String[] GIVEN = {"Anna", "Bela", "Carl", "Dora", "Emil", "Fritz", "Gina"};
  private static final String[] FAMILY = {"Abel", "Bauer", "Cramer", "Dorn", "Eder", "Falk"};

  /** So many persons in two or three files, some twice in one, with gaps and typing errors. */
  void writeTown(int persons, int files, int seed) throws Exception {
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      rows.add(new ArrayList<>(List.of("id,first_name,last_name,birth_date,email,city")));
    }
    for (int i = 0; i < persons; i++) {
      String given = GIVEN[random.nextInt(GIVEN.length)];
      String family = FAMILY[random.nextInt(FAMILY.length)] + (char) ('a' + random.nextInt(9));
      String born = "19%02d-%02d-11".formatted(40 + random.nextInt(50), 1 + random.nextInt(12));
      String mail = "m%d@example.org".formatted(random.nextInt(1 << 20));
      int copies = 1 + random.nextInt(4);
      for (int copy = 0; copy < copies; copy++) {
        int file = random.nextInt(files);
        rows.get(file)
            .add(
                "p%d-%d,%s,%s,%s,%s,%s"
                    .formatted(
                        i,
                        copy,
                        given,
                        random.nextInt(7) == 0 ? family + "e" : family,
                        random.nextInt(5) == 0 ? "" : born,
                        random.nextInt(4) == 0 ? "" : mail,
                        random.nextBoolean() ? "Ravensmere" : "Tidewell"));
      }
    }
    for (int i = 0; i < files; i++) {
      Files.write(folder.resolve("f" + i + ".csv"), rows.get(i));
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Files of the town and options; returns the last line printed. */
  String link(int files, String out, String... options) {
    Outcome outcome = tryLink(files, out, options);
    assertThat(outcome.mistake()).isEmpty();
    return outcome.printed();
  }

  /** What a command printed, or what it complained of. */
  record Outcome(String printed, String mistake) {}

  Outcome tryLink(int files, String out, String... options) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      arguments.add(path("f" + i + ".csv"));
    }
    arguments.addAll(List.of("--out", path(out)));
    arguments.addAll(List.of(options));
    return execute(new LinkCommand(), arguments);
  }

  static Outcome execute(Object command, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter complaint = new StringWriter();
    new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(complaint))
        .setExecutionExceptionHandler((e, _, _) -> {
          complaint.write(String.valueOf(e.getMessage()));
          return 1;
        })
        .execute(arguments.toArray(String[]::new));
    return new Outcome(out.toString().strip(), complaint.toString());
  }

  /** Cells of a table by column, row after row. */
  List<Map<String, String>> table(String name) {
    List<Map<String, String>> table = new ArrayList<>();
    try (RowReader rows = TabularSource.of(folder.resolve(name)).open(TabularOptions.detect())) {
      for (RowResult next = rows.next(); next != null; next = rows.next()) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          String value = ((Row) next).value(i);
          cells.put(rows.columns().get(i), value == null ? "" : value);
        }
        table.add(cells);
      }
    }
    return table;
  }

  /** Record to cluster, in one of the two answers. */
  Map<String, String> clusters(String out, String answer) {
    Map<String, String> clusters = new HashMap<>();
    for (Map<String, String> row : table(out + "/clusters.csv")) {
      clusters.put(row.get("source") + "|" + row.get("id"), row.get(answer));
    }
    return clusters;
  }
}
