package io.cornerstore.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells by {@code /proc} whether a process is a PostgreSQL of a given data directory. A process id
 * alone proves nothing: in a container small ids are soon used again.
 */
final class ProcessIdentity {

  private static final Path PROC = Path.of("/proc");
  private static final String DELETED = " (deleted)";

  private ProcessIdentity() {}

  /** Whether the process lives, runs a program called postgres and works in the directory. */
  static boolean isPostgresOf(long pid, Path data) {
    Path process = PROC.resolve(Long.toString(pid));
    try {
      String program = linkTarget(process.resolve("exe"));
      return program.endsWith("/postgres")
          && linkTarget(process.resolve("cwd")).equals(data.toRealPath().toString());
    } catch (IOException _) {
      // Gone, or another user's: a server of ours would run as the owner of the directory, which
      // this process is or, being root, may inspect.
      return false;
    }
  }

  /** The ids of all such processes: the server and what it forked. */
  static List<Long> postgresOf(Path data) {
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (isPostgresOf(pid, data)) {
          found.add(pid);
        }
      }
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot list", PROC, e);
    }
    return found;
  }

  private static String linkTarget(Path link) throws IOException {
    String target = Files.readSymbolicLink(link).toString();
    return target.endsWith(DELETED)
        ? target.substring(0, target.length() - DELETED.length())
        : target;
  }
}
