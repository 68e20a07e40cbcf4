package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose disk fills up, and gets room again. Needs the right to mount a small file system;
 * left out where that is missing.
 */
class FullDiskTest {

  @TempDir private Path folder;

  private static boolean run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Test
  void disk_thatFillsUp_refusesAndLosesNothing() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=340m", "none", disk.toString()),
        "no small file system can be mounted here");
    try {
      drill(disk.resolve("data"), disk.resolve("filler"));
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static void drill(Path data, Path filler) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    String more = "y".repeat(20_000);
    try (DrillServer server = new DrillServer(data)) {
      long before = server.records();
      fill(filler, data.toFile().getUsableSpace() - (4L << 20));
      for (int i = 0; i < 2_000 && refused.size() < 5; i++) {
        String id = "full-" + i;
        try {
          HttpResponse<String> answer = server.event(id, more);
          if (answer.statusCode() == 200) {
            acknowledged.add(id);
          } else {
            assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
            refused.add(id);
          }
        } catch (IOException _) {
          refused.add(id);
        }
      }
      assertThat(refused).as("the disk was full").isNotEmpty();
      assertThat(server.status("livez")).isEqualTo(200);
      assertThat(CommandRun.of(data, "doctor").out()).contains("failure  disk");

      Files.delete(filler);
      server.restart();
      for (String id : refused) {
        server.deliver(id, more);
      }
      for (String id : acknowledged) {
        server.deliver(id, more); // known already: counts once
      }
      assertThat(server.records()).isEqualTo(before + acknowledged.size() + refused.size());
    }
  }

  private static void fill(Path filler, long bytes) throws IOException {
    byte[] block = new byte[1 << 20];
    try (var out = Files.newOutputStream(filler)) {
      for (long left = bytes; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }
}
