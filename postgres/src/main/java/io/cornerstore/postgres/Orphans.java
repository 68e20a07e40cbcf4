package io.cornerstore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what an earlier owner of the data directory left behind. Called with the folder's lock held,
 * so whatever still runs there has no owner.
 */
final class Orphans {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final Duration GRACE = Duration.ofMillis(300);

  private Orphans() {}

  static void end(Path data) {
    if (!Files.isDirectory(data)) {
      return;
    }
    List<Long> left = ProcessIdentity.postgresOf(data);
    if (!left.isEmpty()) {
      LOG.warn("PostgreSQL without an owner found in {}: stopping processes {}", data, left);
      // With its postmaster alive, a fast shutdown of that one ends all. Without it the backends
      // end by themselves as soon as they look up, or else are told to quit: nothing is lost, the
      // next start replays the log.
      Optional<Long> postmaster = PidFile.find(data).map(PidFile::pid).filter(left::contains);
      if (postmaster.isPresent()) {
        Shutdown.end(data, postmaster.get());
      } else if (!Shutdown.awaitGone(data, -1, GRACE, GRACE)) {
        Shutdown.quit(data);
      }
    }
    deletePidFile(data);
  }

  /** Nobody lives here any more, so the file is stale, whoever bears its process id now. */
  private static void deletePidFile(Path data) {
    try {
      if (Files.deleteIfExists(PidFile.in(data))) {
        LOG.info("removed a stale postmaster.pid in {}", data);
      }
    } catch (IOException e) {
      throw PrivateFiles.failed("cannot delete", PidFile.in(data), e);
    }
  }
}
