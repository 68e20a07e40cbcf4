package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files in, clusters out, as a script would use it. */
final class LinkCommandTest {
  private static final String[] GIVEN = {"Anna", "Bela", "Carl", "Dora", "Emil", "Fritz", "Gina"};
  private static final String[] FAMILY = {"Abel", "Bauer", "Cramer", "Dorn", "Eder", "Falk"};
  @TempDir private Path folder;

  /* Persons 0..199 in one file, and again in another, with other columns, order and some errors. */
  @BeforeEach
  void writeFiles() throws Exception {
    Random random = new Random(11);
    List<String> one = new ArrayList<>();
    List<String> two = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String given = GIVEN[random.nextInt(GIVEN.length)];
      String family = FAMILY[random.nextInt(FAMILY.length)] + (char) ('a' + random.nextInt(26));
      String born =
          "19%02d-%02d-%02d"
              .formatted(40 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String mail = "m%d@example.org".formatted(random.nextInt(1 << 20));
      one.add("c%d,%s,%s,%s,%s".formatted(i, given, family, born, mail));
      String typed = i % 7 == 0 ? family + "e" : family;
      two.add("%s;%s;%s;%s;k%d".formatted(typed, given, born, i % 5 == 0 ? "" : mail, i));
    }
    Collections.shuffle(two, random);
    one.addFirst("id,first_name,last_name,birth_date,email");
    two.addFirst("Surname;Forename;DOB;E-Mail;id");
    Files.write(folder.resolve("crm.csv"), one);
    Files.write(folder.resolve("shop.csv"), two);
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>(List.of(path("crm.csv"), path("shop.csv")));
    arguments.addAll(List.of("--out", path("out")));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new LinkCommand())
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    assertThat(code).isZero();
    return out.toString().strip();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Map<String, String> clusters() throws Exception {
    Map<String, String> clusters = new HashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("out/clusters.csv"));
    assertThat(lines.getFirst()).isEqualTo("source,id,cluster,certain");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      clusters.put(cells[0] + "|" + cells[1], cells[2]);
    }
    return clusters;
  }

  @Test
  void link_twoFilesOfOtherColumns_findsTheSamePersons() throws Exception {
    String last = run("--one-to-one");
    Map<String, String> clusters = clusters();
    assertThat(clusters).hasSize(400);
    for (int i = 0; i < 200; i++) {
      assertThat(clusters.get("shop|k" + i)).as("k" + i).isEqualTo(clusters.get("crm|c" + i));
    }
    assertThat(last).startsWith("{\"records\":400,\"pairs\":").endsWith("}");
    assertThat(Files.readString(folder.resolve("out/pairs.csv")))
        .startsWith("source_a,id_a,source_b,id_b,probability,weight,decision");
  }

  @Test
  void link_sameFilesAnyThreads_writesTheSame() throws Exception {
    run("--threads", "1");
    String one = Files.readString(folder.resolve("out/clusters.csv"));
    run("--threads", "3");
    assertThat(Files.readString(folder.resolve("out/clusters.csv"))).isEqualTo(one);
  }

  @Test
  void columns_namesAndValues_areRecognised() {
    InputFile shop = InputFile.look(folder.resolve("shop.csv"), Map.of());
    assertThat(shop.plan().text())
        .contains("Surname → family-name", "DOB → birth-date", "E-Mail → email", "id → id");
  }

  @Test
  void columns_trueClusterOfABenchmark_isNoEvidence() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "id,surname,cluster\n1,Abel,7\n2,Abel,7\n");
    assertThat(InputFile.look(folder.resolve("t.csv"), Map.of()).plan().text())
        .contains("cluster → ignored");
  }

  @Test
  void column_emailWithoutAtSigns_isNone() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "id,surname,email\n1,Abel,yes\n2,Bauer,no\n");
    assertThat(InputFile.look(folder.resolve("t.csv"), Map.of()).plan().text())
        .contains("email → ignored");
  }

  @Test
  void link_furtherColumn_isComparedWhenSomebodySaysSo() throws Exception {
    Files.write(
        folder.resolve("crm.csv"),
        List.of(
            "id,first_name,last_name,trade",
            "1,Anna,Abel,baker",
            "2,Anna,Abel,smith",
            "3,Carl,Dorn,"));
    Files.write(
        folder.resolve("shop.csv"),
        List.of("Surname;Forename;trade;id", "Abel;Anna;Baker;k1", "Dorn;Carl;clerk;k2"));
    run("--column", "trade=other", "--mode", "link");
    Map<String, Double> weights = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("out/pairs.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("source_a")) {
        weights.put(cells[1] + cells[3], Double.valueOf(cells[5]));
      }
    }
    assertThat(weights.getOrDefault("1k1", -99.)).isGreaterThan(weights.getOrDefault("2k1", -99.));
    assertThat(Files.readString(folder.resolve("out/model.json"))).contains("other-columns");
  }
}
