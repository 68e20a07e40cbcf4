package io.cornerstore.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes and constraints, in both answers and in the pairs. */
final class LinkModeTest {
  @TempDir private Path folder;
  private LinkRun run;

  @BeforeEach
  void begin() {
    run = new LinkRun(folder);
  }

  private static long compared(String summary) {
    return Long.parseLong(summary.replaceAll(".*\"pairs\":(\\d+).*", "$1"));
  }

  private static Map<String, Integer> mostOfOneSource(Map<String, String> clusters) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    clusters.forEach((record, cluster) ->
        counts
            .computeIfAbsent(cluster, _ -> new HashMap<>())
            .merge(record.substring(0, record.indexOf('|')), 1, Integer::sum));
    Map<String, Integer> most = new HashMap<>();
    counts.forEach((cluster, sources) ->
        most.put(cluster, sources.values().stream().mapToInt(Integer::intValue).max().orElse(0)));
    return most;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void onePerSource_threeFilesWithDuplicates_holdsInBothAnswers(int seed) throws Exception {
    run.writeTown(150, 3, seed);
    run.link(3, "all");
    assertThat(mostOfOneSource(run.clusters("all", "cluster")).values()).anyMatch(n -> n > 1);
    run.link(3, "one", "--one-per-source");
    for (String answer : List.of("cluster", "certain")) {
      assertThat(mostOfOneSource(run.clusters("one", answer)).values()).allMatch(n -> n == 1);
    }
    Set<String> sizes = new HashSet<>(run.clusters("one", "cluster").values());
    assertThat(sizes.size()).isLessThan(run.clusters("one", "cluster").size());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7})
  void oneToOne_threeFilesWithDuplicates_pairsAtMostInBothAnswers(int seed) throws Exception {
    run.writeTown(150, 3, seed);
    run.link(3, "out", "--one-to-one");
    for (String answer : List.of("cluster", "certain")) {
      Map<String, Integer> sizes = new HashMap<>();
      run.clusters("out", answer).values().forEach(number -> sizes.merge(number, 1, Integer::sum));
      assertThat(sizes.values()).allMatch(size -> size <= 2).contains(2);
      assertThat(mostOfOneSource(run.clusters("out", answer)).values()).allMatch(n -> n == 1);
    }
    Map<String, String> certain = run.clusters("out", "certain");
    for (Map<String, String> pair : run.table("out/pairs.csv")) {
      boolean together =
          certain
              .get(pair.get("source_a") + "|" + pair.get("id_a"))
              .equals(certain.get(pair.get("source_b") + "|" + pair.get("id_b")));
      assertThat(pair.get("decision").equals("link")).isEqualTo(together);
    }
  }

  @Test
  void modeLink_files_areComparedWithEachOtherOnly() throws Exception {
    run.writeTown(200, 2, 8);
    long all = compared(run.link(2, "all"));
    long both = compared(run.link(2, "both", "--mode", "link-and-dedupe"));
    long link = compared(run.link(2, "link", "--mode", "link"));
    assertThat(both).isEqualTo(all);
    assertThat(link).isPositive().isLessThan(all);
    assertThat(run.table("link/pairs.csv"))
        .isNotEmpty()
        .allMatch(pair -> !pair.get("source_a").equals(pair.get("source_b")));
    assertThat(run.table("all/pairs.csv"))
        .anyMatch(pair -> pair.get("source_a").equals(pair.get("source_b")));
  }

  @Test
  void modeDedupe_severalFiles_areOneSource() throws Exception {
    run.writeTown(200, 2, 9);
    long dedupe = compared(run.link(2, "dedupe", "--mode", "dedupe"));
    assertThat(dedupe).isEqualTo(compared(run.link(2, "all")));
    assertThat(run.table("dedupe/clusters.csv"))
        .anyMatch(row -> row.get("source").equals("f0"))
        .anyMatch(row -> row.get("source").equals("f1"));
  }

  @Test
  void modes_thatCannotBe_areRefused() throws Exception {
    run.writeTown(20, 2, 10);
    assertThat(run.tryLink(1, "out", "--mode", "link").mistake())
        .isEqualTo("--mode link needs two files or more");
    assertThat(run.tryLink(1, "out", "--one-to-one").mistake())
        .isEqualTo("--one-to-one needs two files or more");
    assertThat(run.tryLink(2, "out", "--mode", "dedupe", "--one-per-source").mistake())
        .contains("--one-per-source cannot go with --mode dedupe");
    assertThat(run.tryLink(2, "out", "--mode", "guess").mistake()).contains("link-and-dedupe");
  }
}
