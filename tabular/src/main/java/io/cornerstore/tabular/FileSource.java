package io.cornerstore.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A file on disk. */
record FileSource(Path file) implements TabularSource {
  private static final Set<String> LEFT_BEHIND =
      Set.of("_SUCCESS", "_metadata", "_common_metadata", "_temporary", "_delta_log");
  private static final byte[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};

  static List<TabularSource> discover(Path path) {
    if (!Files.exists(path)) {
      throw new TabularException(path.toString(), "there is no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(new FileSource(path));
    }
    try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(file -> isShown(path.relativize(file)))
          .filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
          .sorted()
          .<TabularSource>map(FileSource::new)
          .toList();
    } catch (UncheckedIOException e) {
      throw Failures.reading(path.toString(), 0, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw Failures.reading(path.toString(), 0, e);
    }
  }

  private static boolean isShown(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (name.startsWith(".") || LEFT_BEHIND.contains(name)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public OptionalLong size() {
    try {
      return OptionalLong.of(Files.size(file));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public RowReader open(TabularOptions options) {
    try {
      return isParquet()
          ? new ParquetRowReader(file, options)
          : Opening.text(name(), Files.newInputStream(file), options);
    } catch (IOException e) {
      throw Failures.reading(name(), 0, e);
    }
  }

  private boolean isParquet() throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var start = Files.newInputStream(file)) {
      return Arrays.equals(start.readNBytes(PARQUET_MAGIC.length), PARQUET_MAGIC);
    }
  }
}
