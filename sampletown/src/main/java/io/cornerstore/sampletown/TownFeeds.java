package io.cornerstore.sampletown;

import java.io.IOException;
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
    throw new IOException("not yet " + town + folder + progress);
  }

  /**
   * Writes one line for each named source subject, for linkage benches: {@code folder/flat.csv} and
   * {@code folder/flat-truth.csv}.
   *
   * @return how many subjects
   */
  public static long writeFlat(Town town, Path folder) throws IOException {
    throw new IOException("not yet " + town + folder + Map.of());
  }
}
