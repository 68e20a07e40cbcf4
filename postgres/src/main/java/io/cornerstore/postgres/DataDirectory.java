package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own directory: created whole, or recognised as ours. */
final class DataDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

  private DataDirectory() {}

  static Optional<Integer> findOwner(Path data) {
    try {
      return Files.isDirectory(data) ? Optional.of(Users.ownerOf(data)) : Optional.empty();
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot inspect", data, e);
    }
  }

  /** Refuses what another major version, or something else, has written. */
  static void requireReadable(Path data) {
    if (!Files.exists(data)) {
      return;
    }
    String version;
    try {
      version = Files.readString(data.resolve("PG_VERSION"), US_ASCII).strip();
    } catch (IOException e) {
      throw new PostgresException(
          PostgresException.Code.FOREIGN_FOLDER,
          data + " is not a PostgreSQL data directory: it has no PG_VERSION. Maybe move it away.",
          e);
    }
    if (!version.equals(Platform.MAJOR)) {
      throw new PostgresException(
          PostgresException.Code.FOREIGN_FOLDER,
          ("%s was written by PostgreSQL %s, and only %s can be read here. Maybe export it with the"
                  + " release of Cornerstore that wrote it, and move it away.")
              .formatted(data, version, Platform.MAJOR));
    }
  }

  /** Runs initdb beside the final place and renames, so that a crash never leaves a half. */
  static void createWhenMissing(InstanceFolder folder, RunAs runAs, Binaries binaries) {
    if (Files.exists(folder.data())) {
      runAs.own(folder.data());
      return;
    }
    LOG.info("creating the database in {}", folder.data());
    Path fresh = folder.root().resolve("pgdata.new");
    Path passwordForInitdb = folder.root().resolve("password.new");
    try {
      PrivateFiles.deleteTree(fresh);
      Files.createDirectory(fresh, PrivateFiles.DIRECTORY);
      runAs.own(fresh);
      PrivateFiles.write(passwordForInitdb, folder.makePassword() + "\n");
      runAs.own(passwordForInitdb);
      initdb(runAs, binaries, fresh, passwordForInitdb);
      Files.move(fresh, folder.data(), StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.syncDirectory(folder.root());
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot create", folder.data(), e);
    } finally {
      delete(passwordForInitdb);
    }
  }

  private static void initdb(RunAs runAs, Binaries binaries, Path data, Path password) {
    List<String> words = new ArrayList<>(runAs.prefix());
    words.addAll(
        List.of(
            binaries.program("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + EmbeddedPostgres.USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions"));
    Command.Result result = Command.run(INITDB_LIMIT, words);
    if (!result.succeeded()) {
      throw new PostgresException(
          PostgresException.Code.START_FAILED,
          "initdb (%s) failed with %d:%n%s"
              .formatted(runAs.text(), result.exit(), result.output()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot delete", file, e);
    }
  }
}
