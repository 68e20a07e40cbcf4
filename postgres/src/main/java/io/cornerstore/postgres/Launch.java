package io.cornerstore.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from settings to a running server. Called with the folder's lock held. */
record Launch(EmbeddedSettings settings, InstanceFolder folder, ServerCommand command) {

  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
  private static final int PORT_ATTEMPTS = 3;

  static Launch prepare(EmbeddedSettings settings, InstanceFolder folder) {
    DataDirectory.requireReadable(folder.data());
    Orphans.end(folder.data());
    RunAs runAs = RunAs.choose(folder, DataDirectory.findOwner(folder.data()));
    if (runAs instanceof RunAs.NamedUser) {
      letThrough(folder.root());
    }
    Binaries binaries = Binaries.unpacked(settings.binaries()).reachableBy(runAs, folder);
    folder.rememberRunAs(runAs);
    DataDirectory.createWhenMissing(folder, runAs, binaries);
    return new Launch(
        settings, folder, new ServerCommand(runAs, binaries, folder.data(), settings));
  }

  /** Another user's server must be able to reach its data, in our folder and a cluster's above. */
  private static void letThrough(Path root) {
    try {
      PrivateFiles.grant(root, PosixFilePermission.OTHERS_EXECUTE);
      Path above = root.getParent();
      if (above != null && Files.exists(above.resolve("lock"))) {
        PrivateFiles.grant(above, PosixFilePermission.OTHERS_EXECUTE);
      }
    } catch (java.io.IOException e) {
      throw PrivateFiles.failed("cannot open", root, e);
    }
  }

  /** Starts and waits; a free port that was snatched away meanwhile is replaced. */
  Supervisor start() {
    ServerLog log = new ServerLog(folder.log());
    log.createWhenMissing();
    for (int attempt = 1; ; attempt++) {
      int port =
          settings.port() > 0
              ? settings.port()
              : Ports.choose(attempt == 1 ? folder.rememberedPort() : OptionalInt.empty());
      Supervisor supervisor = new Supervisor(command, log, port);
      try {
        supervisor.start();
      } catch (PostgresException failure) {
        boolean snatched = settings.port() == 0 && !Ports.isFree(port);
        if (snatched && attempt < PORT_ATTEMPTS) {
          continue;
        }
        throw failure;
      }
      folder.rememberPort(port);
      LOG.info(
          "PostgreSQL {} {} on port {}, process {}, run as {}",
          Platform.VERSION,
          settings.name(),
          port,
          supervisor.pid(),
          command.runAs().text());
      return supervisor;
    }
  }
}
