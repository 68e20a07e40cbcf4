package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cornerstore.cli.terminal.UserMistake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Truth, explanation and report, through the command itself. */
final class AssessmentTest {
  private static final String[] GIVEN = {"Anna", "Bela", "Carl", "Dora", "Emil", "Fritz", "Gina"};
  private static final String[] FAMILY = {"Abel", "Bauer", "Cramer", "Dorn", "Eder", "Falk"};
  private static final int PERSONS = 150;
  @TempDir private Path folder;
  private final Map<String, Integer> personOf = new HashMap<>();
  private Throwable failure = new IllegalStateException("nothing failed");

  /* One to three records a person, some with errors, in two files that number them alike. */
  @BeforeEach
  void writeFiles() throws Exception {
    Random random = new Random(12);
    List<List<String>> files = List.of(new ArrayList<>(), new ArrayList<>());
    for (int person = 0; person < PERSONS; person++) {
      String given = GIVEN[random.nextInt(GIVEN.length)];
      String family = FAMILY[random.nextInt(FAMILY.length)] + (char) ('a' + random.nextInt(26));
      String born =
          "19%02d-%02d-%02d"
              .formatted(40 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String mail = "m%d@example.org".formatted(random.nextInt(1 << 20));
      for (int copy = 0; copy < 1 + person % 3; copy++) {
        int file = (person + copy) % 2;
        int id = files.get(file).size();
        personOf.put((file == 0 ? "crm|" : "shop|") + id, person);
        String name = random.nextInt(9) == 0 ? family + "x" : family;
        String date = random.nextInt(6) == 0 ? "" : born;
        files
            .get(file)
            .add(
                "%d,%s,%s,%s,%s,p%d"
                    .formatted(id, given, name, date, copy == 1 ? "" : mail, person));
      }
    }
    for (int file = 0; file < 2; file++) {
      files.get(file).addFirst("id,first_name,last_name,birth_date,email,person");
      Files.write(folder.resolve(file == 0 ? "crm.csv" : "shop.csv"), files.get(file));
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int execute(StringWriter out, String... arguments) {
    return new CommandLine(new LinkCommand())
        .setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((thrown, _, _) -> {
          failure = thrown;
          return 1;
        })
        .execute(arguments);
  }

  private String run(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(path("crm.csv"), path("shop.csv"), "--out", path("out")));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    assertThat(execute(out, arguments.toArray(String[]::new))).as(failure.toString()).isZero();
    return out.toString().strip();
  }

  private String refusal(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(path("crm.csv"), path("shop.csv"), "--out", path("out")));
    arguments.addAll(List.of(more));
    assertThat(execute(new StringWriter(), arguments.toArray(String[]::new))).isEqualTo(1);
    assertThat(failure).isInstanceOf(UserMistake.class);
    return String.valueOf(failure.getMessage());
  }

  /* True positives, wrong and missed pairs of an answer, by going through all pairs. */
  private long[] counted(int column) throws Exception {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/clusters.csv"))) {
      rows.add(line.split(","));
    }
    rows.removeFirst();
    long[] counts = new long[3];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean said = rows.get(i)[column].equals(rows.get(j)[column]);
        boolean same = person(rows.get(i)) == person(rows.get(j));
        counts[0] += said && same ? 1 : 0;
        counts[1] += said && !same ? 1 : 0;
        counts[2] += !said && same ? 1 : 0;
      }
    }
    return counts;
  }

  private int person(String[] row) {
    return personOf.getOrDefault(row[0] + "|" + row[1], -1);
  }

  private static long[] stated(String json, String answer) {
    Matcher matcher =
        Pattern.compile(
                "\""
                    + answer
                    + "\":\\{.*?\"truePositives\":(\\d+),\"falsePositives\":(\\d+),"
                    + "\"falseNegatives\":(\\d+)")
            .matcher(json);
    assertThat(matcher.find()).isTrue();
    return new long[] {
      Long.parseLong(matcher.group(1)),
      Long.parseLong(matcher.group(2)),
      Long.parseLong(matcher.group(3))
    };
  }

  private String truthOfClusters() throws Exception {
    List<String> lines = new ArrayList<>(List.of("source,id,cluster"));
    personOf.forEach((record, person) -> lines.add(record.replace('|', ',') + "," + person));
    Files.write(folder.resolve("truth.csv"), lines);
    return path("truth.csv");
  }

  @Test
  void truth_columnFileOrPairs_giveTheSameFigures() throws Exception {
    String byColumn = run("--truth-column", "person", "--no-report");
    assertThat(stated(byColumn, "cluster")).isEqualTo(counted(2));
    assertThat(stated(byColumn, "certain")).isEqualTo(counted(3));
    assertThat(counted(2)[0]).isGreaterThan(50);
    String byFile = run("--truth", truthOfClusters(), "--no-report");
    List<String> pairs = new ArrayList<>(List.of("source_l,id_l,source_r,id_r"));
    List<String> records = new ArrayList<>(personOf.keySet());
    Collections.sort(records);
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Objects.equals(personOf.get(records.get(i)), personOf.get(records.get(j)))) {
          pairs.add((records.get(i) + "|" + records.get(j)).replace('|', ','));
        }
      }
    }
    Files.write(folder.resolve("pairs.csv"), pairs);
    String byPairs = run("--truth", path("pairs.csv"), "--no-report");
    for (String answer : List.of("cluster", "certain")) {
      assertThat(stated(byFile, answer)).isEqualTo(stated(byColumn, answer));
      assertThat(stated(byPairs, answer)).isEqualTo(stated(byColumn, answer));
    }
    assertThat(evaluation(byFile)).isEqualTo(evaluation(byColumn)).isEqualTo(evaluation(byPairs));
  }

  private static String evaluation(String json) {
    return json.substring(json.indexOf("\"evaluation\""));
  }

  @Test
  void truthColumn_namedAsEvidenceElsewhere_isNoEvidence() throws Exception {
    run("--no-report", "--column", "person=ignored");
    String without = Files.readString(folder.resolve("out/clusters.csv"));
    for (String file : List.of("crm.csv", "shop.csv")) {
      String text = Files.readString(folder.resolve(file));
      Files.writeString(folder.resolve(file), text.replace(",person\n", ",ssn\n"));
    }
    String json = run("--truth-column", "ssn");
    assertThat(Files.readString(folder.resolve("out/clusters.csv"))).isEqualTo(without);
    assertThat(json).contains("\"evaluation\":{\"records\":" + personOf.size());
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains(">truth</span>");
  }

  @Test
  void truth_partOfTheRecords_leavesTheOthersOut() throws Exception {
    Files.writeString(folder.resolve("few.csv"), "source,id,cluster\ncrm,0,a\nshop,0,b\ncrm,1,\n");
    assertThat(run("--truth", path("few.csv"), "--no-report"))
        .contains("\"records\":3,\"leftOut\":" + (personOf.size() - 3) + ",\"truePairs\":0");
  }

  @Test
  void truth_wrongFiles_areRefusedWithFileLineAndColumn() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "source,id,cluster\ncrm,0,a\ncrm,0,b\n");
    assertThat(refusal("--truth", path("t.csv"))).contains("t.csv, line 3, column cluster");
    Files.writeString(folder.resolve("t.csv"), "source,id,cluster\nCRM2,0,a\n");
    assertThat(refusal("--truth", path("t.csv")))
        .contains("t.csv, line 2, column source", "crm, shop");
    Files.writeString(folder.resolve("t.csv"), "id,cluster\n0,a\n");
    assertThat(refusal("--truth", path("t.csv"))).contains("line 2, column id", "several records");
    Files.writeString(folder.resolve("t.csv"), "id,cluster\nzz,a\nyy,a\n");
    assertThat(refusal("--truth", path("t.csv"))).contains("not in the inputs", "line 2");
    Files.writeString(folder.resolve("t.csv"), "colour,weather\nred,rain\n");
    assertThat(refusal("--truth", path("t.csv"))).contains("colour, weather", "--truth-column");
    assertThat(refusal("--truth", path("none.csv"))).contains("there is no file");
    assertThat(refusal("--truth-column", "nothing")).contains("no file has a column nothing");
    assertThat(refusal("--truth-column", "person", "--column", "person=ignored"))
        .contains("something else");
  }

  @Test
  void truth_sameNumbersInTwoFiles_areTakenLeftAndRight() throws Exception {
    Files.writeString(folder.resolve("t.csv"), "id_crm,id_shop\n0,3\n");
    assertThat(run("--truth", path("t.csv"), "--no-report")).contains("\"truePairs\":1,");
  }

  @Test
  void explain_twoRecords_showsValuesWeightsAndWhatBecameOfThem() throws Exception {
    String[] same =
        personOf.entrySet().stream()
            .filter(entry -> entry.getValue() == 4)
            .map(entry -> entry.getKey().replace('|', ':'))
            .sorted()
            .toArray(String[]::new);
    String out = run("--explain", same[0], same[1], "--no-report");
    assertThat(out)
        .contains(same[0], same[1], "given-name", "prior", "probability", "Proposed by", "cluster")
        .contains("+++");
    assertThat(out.lines().toList().getLast()).startsWith("{\"records\":");
    Matcher steps =
        Pattern.compile(
                "(?m)^\\S+ {2,}\\S.*? ([+-]?\\d+\\.\\d)(?: +([+-]\\d+\\.\\d))? +[+-]?\\d+\\.\\d  ")
            .matcher(out);
    double sum = 0;
    while (steps.find()) {
      sum += Double.parseDouble(steps.group(1));
      sum += steps.group(2) == null ? 0 : Double.parseDouble(steps.group(2));
    }
    Matcher together = Pattern.compile("(?m)^together +([+-][\\d.]+)").matcher(out);
    assertThat(together.find()).isTrue();
    assertThat(sum).isCloseTo(Double.parseDouble(together.group(1)), within(1.5));
    assertThat(refusal("--explain", "0", "crm:1")).contains("several records", "crm:0");
    assertThat(refusal("--explain", "crm:0", "nobody")).contains("no record has the id");
    assertThat(refusal("--explain", "crm:0", "crm:0")).contains("two different");
    assertThat(refusal("--mode", "link", "--explain", "crm:0", "crm:1"))
        .contains("only files are compared", "--mode link-and-dedupe");
  }

  @Test
  void report_hostileValues_areNeverMarkup() throws Exception {
    String evil = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>";
    for (String file : List.of("crm.csv", "shop.csv")) {
      String text = Files.readString(folder.resolve(file));
      String quoted = "\"" + evil.replace("\"", "\"\"") + "\u0001\"";
      Files.writeString(
          folder.resolve(file),
          text.replaceAll("(Anna|Bela|Carl|Dora|Emil|Fritz|Gina),", quoted + ",")
              .replace(",email,", ",\"<b>email</b>\","));
    }
    run("--truth-column", "person");
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;", "&lt;b&gt;email")
        .doesNotContain("<script", "<img", "<b>", "\u0001");
  }

  @Test
  void report_noExamples_holdsNoValueAndNoIdentifier() throws Exception {
    for (String file : List.of("crm.csv", "shop.csv")) {
      String text = Files.readString(folder.resolve(file));
      Files.writeString(folder.resolve(file), text.replaceAll("(?m)^(\\d+),", "secretid$1,"));
    }
    run("--truth-column", "person", "--no-examples");
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page)
        .doesNotContain("secretid", "@example.org", "Anna", "Personal data.")
        .contains("counts and weights only", "A typical link");
  }

  @Test
  void report_anyTruth_isOneFileThatFetchesNothing() throws Exception {
    run();
    String without = Files.readString(folder.resolve("out/report.html"));
    run("--truth-column", "person", "--threads", "1");
    String with = Files.readString(folder.resolve("out/report.html"));
    run("--truth-column", "person", "--threads", "3");
    assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(with);
    for (String page : List.of(without, with)) {
      assertThat(page)
          .contains("Personal data.", "prefers-color-scheme: dark", "@media print")
          .contains("default-src &#39;none&#39;")
          .doesNotContain("http:", "https:", "url(", "<script", "<link", "NaN", "Infinity");
      assertThat(count(page, "<svg")).isGreaterThan(6).isEqualTo(count(page, "<figcaption"));
      assertThat(count(page, "<svg")).isEqualTo(count(page, "The numbers"));
    }
    assertThat(without).contains("Expected from the model", "Share of the accepted links");
    assertThat(with).contains("Against the truth", "Counted against the truth");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void report_fewRecords_isWrittenAllTheSame() throws Exception {
    Files.writeString(folder.resolve("crm.csv"), "id,last_name\n1,Abel\n");
    Files.writeString(folder.resolve("shop.csv"), "id,last_name\n2,Bauer\n");
    run();
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("2 records are 2 different ones")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void report_refused_isNotWritten() throws Exception {
    run("--no-report");
    assertThat(folder.resolve("out/report.html")).doesNotExist();
    assertThat(folder.resolve("out/clusters.csv")).exists();
  }
}
