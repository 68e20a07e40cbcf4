package io.cornerstore.postgres;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The two servers Cornerstore keeps, data and keys, either owned by this JVM or, attached, by
 * another one. Thread-safe.
 *
 * <p>Closing the owner stops both servers; closing what is attached does nothing. When the owner
 * goes while somebody is attached, their connections break: that is theirs to handle.
 */
public sealed interface EmbeddedCluster extends AutoCloseable
    permits OwnedCluster, AttachedCluster {

  /** Access to the data. */
  PostgresAccess main();

  /** Access to the keys. */
  PostgresAccess keys();

  /** Whether this JVM started the servers and stops them. */
  boolean isOwner();

  @Override
  void close();

  /**
   * Starts both servers, side by side, and waits until they take connections.
   *
   * @throws PostgresException with {@code FOLDER_IN_USE} when another process owns the folder, or
   *     what {@link EmbeddedPostgres#start} throws
   */
  static EmbeddedCluster start(EmbeddedClusterSettings settings) {
    return ClusterStart.started(startInBackground(settings));
  }

  /**
   * Starts both servers, or attaches to those a live process already has; whoever comes second
   * waits for the first to be ready, at most the start timeout of the data's server.
   *
   * @throws PostgresException as {@link #start}, or {@code START_TIMED_OUT} when the owner of the
   *     folder does not become ready
   */
  static EmbeddedCluster startOrAttach(EmbeddedClusterSettings settings) {
    return ClusterStart.started(startOrAttachInBackground(settings));
  }

  /**
   * Takes the folder, and starts both servers while the caller does something else.
   *
   * @return complete when both take connections, or with what {@link EmbeddedPostgres#start} throws
   * @throws PostgresException with {@code FOLDER_IN_USE}, at once
   */
  static CompletableFuture<EmbeddedCluster> startInBackground(EmbeddedClusterSettings settings) {
    PrivateFiles.createDirectories(settings.folder());
    return ClusterStart.own(settings, FolderLock.acquire(settings.folder()));
  }

  /**
   * As {@link #startInBackground} when nobody has the folder, else waits for who has it as {@link
   * #startOrAttach} does.
   */
  static CompletableFuture<EmbeddedCluster> startOrAttachInBackground(
      EmbeddedClusterSettings settings) {
    PrivateFiles.createDirectories(settings.folder());
    return ClusterStart.ownOrAttach(settings);
  }

  /** Attaches to running servers of another process, if there are any. */
  static Optional<EmbeddedCluster> findRunning(EmbeddedClusterSettings settings) {
    return ClusterStart.findRunning(settings);
  }
}
