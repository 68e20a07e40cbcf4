package io.cornerstore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where measurements keep data: {@code CORNERSTORE_BENCH}, else a folder in the temp folder. */
final class WorkFolder {

  private WorkFolder() {}

  /** A folder by name, which may hold what an earlier measurement left. */
  static Path of(String name) throws IOException {
    String root = System.getenv("CORNERSTORE_BENCH");
    Path folder =
        root == null
            ? Path.of(System.getProperty("java.io.tmpdir"), "cornerstore-bench")
            : Path.of(root);
    return Files.createDirectories(folder.toAbsolutePath().resolve(name));
  }

  /** The same, emptied. */
  static Path fresh(String name) throws IOException {
    Path folder = of(name);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    return Files.createDirectories(folder);
  }
}
