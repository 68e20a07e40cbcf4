package io.cornerstore.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's programs, unpacked once into a private directory. Whole or absent: they are unpacked
 * beside it and renamed, and a note of their number and size tells a directory that lost something
 * in a power failure.
 */
record Binaries(Path root) {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String NOTE = ".complete";

  Path program(String name) {
    return root.resolve("bin").resolve(name);
  }

  /** One at a time in this JVM: two servers starting side by side need the work done once. */
  static synchronized Binaries unpacked(Path root) {
    Platform platform = Platform.current();
    try {
      if (isComplete(root)) {
        requirePrivate(root);
        return new Binaries(root);
      }
      Path parent = root.getParent();
      if (parent == null) {
        throw new IOException("no room beside " + root);
      }
      PrivateFiles.createDirectories(parent);
      removeLeftovers(parent, root.getFileName() + ".partial-");
      unpackBeside(platform, root);
      return new Binaries(root);
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot unpack PostgreSQL into", root, e);
    }
  }

  private static void unpackBeside(Platform platform, Path root) throws IOException {
    Path partial =
        root.resolveSibling(
            "%s.partial-%d-%d"
                .formatted(root.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    Files.createDirectory(partial, PrivateFiles.DIRECTORY);
    try (InputStream bundle = Binaries.class.getResourceAsStream(platform.resource())) {
      if (bundle == null) {
        throw new PostgresException(
            PostgresException.Code.UNSUPPORTED_PLATFORM,
            "the binaries " + platform.resource() + " are not on the class path");
      }
      LOG.info("unpacking PostgreSQL {} into {}", Platform.VERSION, root);
      TarXz.unpack(new BufferedInputStream(bundle, 1 << 16), partial);
      Files.writeString(partial.resolve(NOTE), Contents.of(partial).toString());
      if (Files.exists(root) && !isComplete(root)) {
        PrivateFiles.deleteTree(root);
      }
      rename(partial, root);
    } finally {
      PrivateFiles.deleteTree(partial);
    }
  }

  private static void rename(Path partial, Path root) throws IOException {
    try {
      Files.move(partial, root, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isComplete(root)) { // otherwise another process was faster, with the same result
        throw e;
      }
    }
  }

  private static boolean isComplete(Path root) throws IOException {
    Path note = root.resolve(NOTE);
    return Files.isRegularFile(note) && Files.readString(note).equals(Contents.of(root).toString());
  }

  /** Programs somebody else may change must not be run. */
  private static void requirePrivate(Path root) throws IOException {
    int owner = Users.ownerOf(root);
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(root);
    if ((owner != Users.current() && owner != Users.ROOT)
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new PostgresException(
          PostgresException.Code.FOREIGN_FOLDER,
          root + " can be changed by another user, so its programs are not run. Maybe delete it.");
    }
  }

  private static void removeLeftovers(Path parent, String prefix) throws IOException {
    try (var leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path leftover : leftovers) {
        String pid = leftover.getFileName().toString().substring(prefix.length()).split("-", 2)[0];
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          PrivateFiles.deleteTree(leftover);
        }
      }
    } catch (NumberFormatException _) {
      LOG.debug("a directory with a foreign name beside {} is left alone", parent);
    }
  }

  /** These binaries, or a copy below the folder, whichever the identity can run. */
  Binaries reachableBy(RunAs runAs, InstanceFolder folder) {
    if (!(runAs instanceof RunAs.NamedUser)) {
      return this;
    }
    for (Binaries candidate : List.of(this, this.copyIn(folder))) {
      Binaries there = unpacked(candidate.root);
      if (there.opensTo(runAs)) {
        return there;
      }
    }
    throw new PostgresException(
        PostgresException.Code.NO_IDENTITY,
        "%s cannot enter %s, where PostgreSQL runs as root is not allowed. Maybe choose a folder outside of a home directory, or start Cornerstore as another user."
            .formatted(runAs.text(), folder.root()));
  }

  private Binaries copyIn(InstanceFolder folder) {
    return new Binaries(folder.root().resolve("postgres-" + Platform.VERSION));
  }

  private boolean opensTo(RunAs runAs) {
    try {
      PrivateFiles.grant(root, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot open to " + runAs.text() + ":", root, e);
    }
    List<String> words = new ArrayList<>(runAs.prefix());
    words.addAll(List.of(program("postgres").toString(), "--version"));
    return Command.run(RunAs.TRIAL, words).succeeded();
  }

  /** How many files of how many bytes. */
  private static final class Contents extends SimpleFileVisitor<Path> {
    private long files;
    private long bytes;

    static Contents of(Path root) throws IOException {
      Contents contents = new Contents();
      Files.walkFileTree(root, contents);
      return contents;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!file.endsWith(NOTE) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public String toString() {
      return files + " files, " + bytes + " bytes\n";
    }
  }
}
