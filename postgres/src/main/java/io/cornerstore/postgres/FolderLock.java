package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exclusive right to a folder, held through a file lock the kernel takes back when the process
 * dies. Who holds it, and whether the servers are ready, is written beside it.
 *
 * <p>POSIX drops all locks of a process on a file as soon as the process closes any descriptor of
 * that file. So this JVM notes what it holds and never opens such a file a second time; and the
 * owner's note is a file of its own.
 */
final class FolderLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;
  private boolean open = true;

  private FolderLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /** Who holds a folder. */
  record Owner(long pid, boolean ready) {}

  static FolderLock acquire(Path folder) {
    return tryAcquire(folder)
        .orElseThrow(() ->
            new PostgresException(
                PostgresException.Code.FOLDER_IN_USE,
                "%s is in use by process %s. Maybe another Cornerstore runs on it."
                    .formatted(
                        folder, findOwner(folder).map(o -> Long.toString(o.pid())).orElse("?"))));
  }

  static Optional<FolderLock> tryAcquire(Path folder) {
    try {
      Path key = folder.toRealPath();
      if (!HELD.add(key)) {
        return Optional.empty();
      }
      boolean locked = false;
      try {
        Optional<FolderLock> lock = lock(key);
        locked = lock.isPresent();
        return lock;
      } finally {
        if (!locked) {
          HELD.remove(key);
        }
      }
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot lock", folder, e);
    }
  }

  // The channel outlives this method on purpose: it carries the lock until close().
  private static Optional<FolderLock> lock(Path key) throws IOException {
    FileChannel channel =
        FileChannel.open(
            key.resolve("lock"),
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.FILE);
    boolean kept = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return Optional.empty();
      }
      kept = true;
      writeOwner(key, "starting");
      return Optional.of(new FolderLock(key, channel));
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  /** The owner as last noted; meaningful only while the lock cannot be had. */
  static Optional<Owner> findOwner(Path folder) {
    try {
      String[] words = Files.readString(folder.resolve("owner"), US_ASCII).strip().split(" ", -1);
      return words.length == 2
          ? Optional.of(new Owner(Long.parseLong(words[0]), words[1].equals("ready")))
          : Optional.empty();
    } catch (IOException | NumberFormatException _) {
      return Optional.empty(); // not written yet, or just taken away
    }
  }

  void markReady() {
    writeOwner(key, "ready");
  }

  void markStopping() {
    writeOwner(key, "stopping");
  }

  private static void writeOwner(Path folder, String state) {
    PrivateFiles.write(folder.resolve("owner"), ProcessHandle.current().pid() + " " + state + "\n");
  }

  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      Files.deleteIfExists(key.resolve("owner"));
      channel.close();
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot unlock", key, e);
    } finally {
      HELD.remove(key);
    }
  }
}
