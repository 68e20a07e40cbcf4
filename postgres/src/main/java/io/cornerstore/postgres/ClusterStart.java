package io.cornerstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts the pair, or finds the one that runs. */
final class ClusterStart {

  private static final int ATTACH_CHECK_SECONDS = 5;

  private ClusterStart() {}

  static CompletableFuture<EmbeddedCluster> ownOrAttach(EmbeddedClusterSettings settings) {
    Duration limit = settings.main().startTimeout();
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<FolderLock> lock = FolderLock.tryAcquire(settings.folder());
      if (lock.isPresent()) {
        return own(settings, lock.get());
      }
      Optional<EmbeddedCluster> running = findRunning(settings);
      if (running.isPresent()) {
        return CompletableFuture.completedFuture(running.get());
      }
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw new PostgresException(
            PostgresException.Code.START_TIMED_OUT,
            "%s is owned by process %s, whose servers were not ready after %s"
                .formatted(
                    settings.folder(),
                    FolderLock.findOwner(settings.folder())
                        .map(owner -> Long.toString(owner.pid()))
                        .orElse("?"),
                    limit));
      }
      Pause.milliseconds(20);
    }
  }

  /** Takes the lock over: it is closed with the cluster, or when the start fails. */
  static CompletableFuture<EmbeddedCluster> own(EmbeddedClusterSettings settings, FolderLock lock) {
    CompletableFuture<EmbeddedPostgres> main = inBackground(settings.main());
    CompletableFuture<EmbeddedPostgres> keys = inBackground(settings.keys());
    return CompletableFuture.allOf(main, keys)
        .handle((_, failure) -> {
          if (failure != null) {
            closeIfStarted(main);
            closeIfStarted(keys);
            lock.close();
            throw failure instanceof CompletionException wrapped
                ? wrapped
                : new CompletionException(failure);
          }
          EmbeddedCluster cluster = new OwnedCluster(main.join(), keys.join(), lock);
          lock.markReady();
          return cluster;
        });
  }

  /** Waits, and throws what the start has thrown. */
  static EmbeddedCluster started(CompletableFuture<EmbeddedCluster> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PostgresException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static CompletableFuture<EmbeddedPostgres> inBackground(EmbeddedSettings settings) {
    CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("postgres-start-" + settings.name())
        .start(() -> started.completeAsync(() -> EmbeddedPostgres.start(settings), Runnable::run));
    return started;
  }

  private static void closeIfStarted(CompletableFuture<EmbeddedPostgres> server) {
    if (!server.isCompletedExceptionally()) {
      server.join().close();
    }
  }

  static Optional<EmbeddedCluster> findRunning(EmbeddedClusterSettings settings) {
    return FolderLock.findOwner(settings.folder())
        .filter(FolderLock.Owner::ready)
        .filter(owner -> ProcessHandle.of(owner.pid()).isPresent())
        .flatMap(owner ->
            findAccess(settings.main())
                .flatMap(main ->
                    findAccess(settings.keys())
                        .map(keys -> new AttachedCluster(main, keys, owner.pid()))));
  }

  private static Optional<PostgresAccess> findAccess(EmbeddedSettings settings) {
    InstanceFolder folder = new InstanceFolder(settings.folder());
    return PidFile.find(folder.data())
        .filter(file -> file.ready() && ProcessIdentity.isPostgresOf(file.pid(), folder.data()))
        .map(file -> PostgresAccess.local(file.port(), settings.database(), folder.readPassword()))
        .filter(ClusterStart::answers);
  }

  private static boolean answers(PostgresAccess access) {
    try (Connection connection = access.connect()) {
      return connection.isValid(ATTACH_CHECK_SECONDS);
    } catch (SQLException _) {
      return false; // it is just going down, or not yet up
    }
  }
}
