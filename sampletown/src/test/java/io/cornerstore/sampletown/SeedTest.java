package io.cornerstore.sampletown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

  @TempDir Path folder;

  private static String hash(Path folder) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : all) {
        digest.update(
            folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String town(String name, TownSettings settings) throws Exception {
    Path place = folder.resolve(name);
    TownFeeds.write(Town.of(settings), place, Progress.SILENT);
    return hash(place);
  }

  @Test
  void write_sameSeed_givesTheSameBytes() throws Exception {
    TownSettings settings = TownSettings.of(5, 700);
    assertThat(town("one", settings)).isEqualTo(town("two", settings));
  }

  @Test
  void write_otherSeed_givesOtherBytes() throws Exception {
    assertThat(town("five", TownSettings.of(5, 300)))
        .isNotEqualTo(town("six", TownSettings.of(6, 300)));
  }

  @Test
  void write_aTownOfTen_works() throws Exception {
    Written written =
        TownFeeds.write(Town.of(TownSettings.of(1, 10)), folder.resolve("ten"), Progress.SILENT);
    assertThat(written.people()).isEqualTo(10);
    assertThat(written.rows()).isPositive();
  }

  @Test
  void write_moreInteractions_givesMoreRows() throws IOException {
    TownSettings few = TownSettings.of(1, 500).withInteractionsPerPerson(4);
    TownSettings many = few.withInteractionsPerPerson(16);
    long small = TownFeeds.write(Town.of(few), folder.resolve("few"), Progress.SILENT).rows();
    long large = TownFeeds.write(Town.of(many), folder.resolve("many"), Progress.SILENT).rows();
    assertThat((double) large / small).isBetween(2.5, 4.5);
  }

  @Test
  void write_fourTimesThePeople_takesFourTimesTheWork() throws IOException {
    cpu(4_000); // warm up
    long small = cpu(4_000);
    long large = cpu(16_000);
    assertThat((double) large / small).as("quadratic would be 16").isLessThan(9);
  }

  private long cpu(int people) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    TownFeeds.writeFlat(Town.of(TownSettings.of(3, people)), folder.resolve("flat" + people));
    return threads.getCurrentThreadCpuTime() - before;
  }

  @Test
  void progress_ofAWriting_countsToTheEnd() throws IOException {
    long[] last = new long[2];
    TownFeeds.write(
        Town.of(TownSettings.of(2, 2_500)),
        folder.resolve("progress"),
        (step, done, total) -> {
          assertThat(done).isBetween(0L, total);
          last[step.equals("people") ? 0 : 1] = done;
        });
    assertThat(last).containsExactly(2_500, 13);
  }

  @Test
  void settings_outOfRange_areRefused() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThatThrownBy(() -> TownSettings.of(1, 0)).hasMessageContaining("people is 0");
    assertThatThrownBy(() -> TownSettings.of(1, 10).withHistory(day, day))
        .hasMessageContaining("60 days");
    assertThatThrownBy(() -> TownSettings.of(1, 10).withInteractionsPerPerson(Double.NaN))
        .hasMessageContaining("interactionsPerPerson");
    assertThatThrownBy(() -> TownSettings.of(1, 10).withProducts(3))
        .hasMessageContaining("products");
  }
}
