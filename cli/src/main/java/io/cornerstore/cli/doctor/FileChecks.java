package io.cornerstore.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may read what lies in the data folder. */
public final class FileChecks {

  private static final Set<PosixFilePermission> READING =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final Set<PosixFilePermission> FOREIGN =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private FileChecks() {}

  /**
   * Looks at the folder and the root key.
   *
   * @param used whether there are data already, and so must be a root key
   */
  public static List<Finding> run(Path folder, Path rootKey, boolean used) throws IOException {
    return List.of(folder(folder), rootKey(rootKey, used));
  }

  private static Finding folder(Path folder) throws IOException {
    if (!Files.isWritable(folder)) {
      return Finding.failure(
          "folder",
          folder + " cannot be written to by this user",
          "Run as the user the server runs as, or give the folder to this user.");
    }
    boolean open = permissions(folder).stream().anyMatch(READING::contains);
    return open
        ? Finding.warning("folder", "others may list " + folder, "Run: chmod go-rw " + folder)
        : Finding.ok("folder", folder.toString());
  }

  private static Finding rootKey(Path file, boolean used) throws IOException {
    if (!Files.exists(file)) {
      return used
          ? Finding.failure(
              "root-key",
              "missing: " + file,
              "Put its copy back, readable by its owner only. Without it nothing that is sealed can"
                  + " be opened.")
          : Finding.ok("root-key", "made by the first start: " + file);
    }
    if (permissions(file).stream().anyMatch(FOREIGN::contains)) {
      return Finding.failure("root-key", "others may read " + file, "Run: chmod 600 " + file);
    }
    return Finding.ok("root-key", file + ", readable by its owner only. Keep a copy elsewhere");
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    boolean posix =
        Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    return posix ? Files.getPosixFilePermissions(path) : Set.of();
  }
}
