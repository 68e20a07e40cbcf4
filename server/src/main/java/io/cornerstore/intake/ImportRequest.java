package io.cornerstore.intake;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param paths files and folders; a folder brings its own mappings
 * @param standardInput a stream of rows; needs a mapping
 * @param mapping for every path and the stream; absent: the mapping beside each file
 * @param dryRun read and judge everything, write nothing
 */
public record ImportRequest(
    List<Path> paths, @Nullable InputStream standardInput, @Nullable Path mapping, boolean dryRun) {

  public ImportRequest {
    paths = List.copyOf(paths);
  }

  /** Files and folders, each with the mappings beside it. */
  public static ImportRequest of(Path... paths) {
    return new ImportRequest(List.of(paths), null, null, false);
  }

  /** The same without writing. */
  public ImportRequest dry() {
    return new ImportRequest(paths, standardInput, mapping, true);
  }

  /** The same with one mapping for everything. */
  public ImportRequest with(Path mapping) {
    return new ImportRequest(paths, standardInput, mapping, dryRun);
  }
}
