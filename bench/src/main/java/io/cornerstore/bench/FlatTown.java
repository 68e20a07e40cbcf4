package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The sample town as one file of people with its truth, made once for each size and seed.
 *
 * @param folder where {@code flat.csv} and {@code flat-truth.csv} lie
 */
record FlatTown(Path folder) {

  private static final Duration LIMIT = Duration.ofMinutes(60);

  /** A town of so many people; about three times as many records. */
  static FlatTown of(Program program, int people, int seed)
      throws IOException, InterruptedException {
    Path folder = WorkFolder.of("flat-town-" + people + "-" + seed);
    Path done = folder.resolve("done");
    if (!Files.exists(done)) {
      program.run(LIMIT, "town", folder, "--flat", "--people", people, "--seed", seed);
      Files.createFile(done);
    }
    return new FlatTown(folder);
  }

  /** The records. */
  Path records() {
    return folder.resolve("flat.csv");
  }

  /** Which person each record is. */
  Path truth() {
    return folder.resolve("flat-truth.csv");
  }
}
