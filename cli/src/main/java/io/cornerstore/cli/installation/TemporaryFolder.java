package io.cornerstore.cli.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes, with all that is in it, when it is closed; it need not be there. */
public record TemporaryFolder(Path path) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> paths = Files.walk(path)) {
        for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
