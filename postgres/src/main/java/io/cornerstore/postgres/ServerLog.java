package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The server's standard error, in a file it appends to; at most two files of about four megabytes.
 */
record ServerLog(Path file) {

  private static final long LIMIT = 4L << 20;
  private static final int TAIL = 4096;

  /** The place where what comes next begins. */
  long end() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot read", file, e);
    }
  }

  void createWhenMissing() {
    try {
      Files.createFile(file, PrivateFiles.FILE);
    } catch (FileAlreadyExistsException _) {
      rotateWhenLarge();
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot create", file, e);
    }
  }

  /**
   * Copies and cuts: the server keeps its descriptor, and since it appends, goes on at the start of
   * the file. A line written in between is lost.
   */
  void rotateWhenLarge() {
    try {
      if (Files.size(file) > LIMIT) {
        Path old = file.resolveSibling(file.getFileName() + ".1");
        Files.copy(
            file, old, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot rotate", file, e);
    }
  }

  String tail() {
    return tailFrom(0);
  }

  /** The last lines, but none before the given place. */
  String tailFrom(long start) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long from = Math.max(Math.min(start, size), size - TAIL);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // read on
      }
      return UTF_8.decode(bytes.flip()).toString().strip();
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
