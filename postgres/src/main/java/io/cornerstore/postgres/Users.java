package io.cornerstore.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Numeric owners of files and of this process. */
final class Users {

  static final int ROOT = 0;

  private Users() {}

  /** The effective user of this process. */
  static int current() {
    Path status = Path.of("/proc/self/status");
    try {
      return effectiveUser(Files.readString(status));
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot read", status, e);
    }
  }

  /** From the line of real, effective, saved and file system user, proc(5). */
  static int effectiveUser(String status) throws IOException {
    String line =
        status
            .lines()
            .filter(candidate -> candidate.startsWith("Uid:"))
            .findFirst()
            .orElseThrow(() -> new IOException("no line Uid"));
    return Integer.parseInt(line.split("\\s+", -1)[2]);
  }

  static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Gives a tree to a user, unless its top already belongs there. Needs root. */
  static void give(Path tree, int user, int group) throws IOException {
    if (ownerOf(tree) == user) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return change(file);
          }

          // The top last: its owner tells whether the whole tree was given.
          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            return change(directory);
          }

          private FileVisitResult change(Path path) throws IOException {
            Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
