package io.cornerstore.cli.installation;

import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notes in the data folder that a restore goes on, or was done. */
public final class RestoreMark {

  /** The file that says a restore was done. */
  public static final String RESTORED = "restored";

  private static final String UNFINISHED = "restore-unfinished";

  private final Path folder;

  /** In that data folder. */
  public RestoreMark(Path folder) {
    this.folder = folder;
  }

  /** Refuses a folder that holds databases. */
  public void requireEmpty() {
    for (String name : List.of("main", "keys")) {
      if (Files.exists(folder.resolve(name))) {
        throw new UserMistake(
            "%s holds a database already, and nothing is overwritten. Maybe restore into another folder, or move '%s' away?"
                .formatted(folder, name));
      }
    }
  }

  /** Before anything is written. */
  public void begin() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(UNFINISHED), "");
  }

  /** After everything was written, with keys of that time. */
  public void done(Instant keysOf) throws IOException {
    Files.writeString(folder.resolve(RESTORED), keysOf + "\n");
    Files.delete(folder.resolve(UNFINISHED));
  }

  /** Refuses a folder whose restore was cut off. */
  public void requireFinished() {
    if (Files.exists(folder.resolve(UNFINISHED))) {
      throw new UserMistake(
          "a restore into %s was cut off. Delete 'main', 'keys' and '%s' there, and restore again"
              .formatted(folder, UNFINISHED));
    }
  }

  /** Of when the keys are that were restored, as long as nobody has dealt with it. */
  public Optional<Instant> findRestored() {
    try {
      return Optional.of(Instant.parse(Files.readString(folder.resolve(RESTORED)).strip()));
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
