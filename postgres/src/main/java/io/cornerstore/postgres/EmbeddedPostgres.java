package io.cornerstore.postgres;

import java.nio.file.Path;

/**
 * One running PostgreSQL server owned by this JVM: durable, reachable from this machine only, with
 * a generated password. A server that dies by itself is started again on the same port.
 * Thread-safe.
 *
 * <p>The server ends when it is closed, when the JVM exits and, where {@code setpriv} is installed,
 * also when the JVM is killed; otherwise the next start in the same folder ends it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  static final String USER = "cornerstore";

  private final EmbeddedSettings settings;
  private final InstanceFolder folder;
  private final FolderLock lock;
  private final Supervisor supervisor;
  private final PostgresAccess access;
  private final ExitHook exitHook;

  private EmbeddedPostgres(
      EmbeddedSettings settings, FolderLock lock, Supervisor supervisor, PostgresAccess access) {
    this.settings = settings;
    this.folder = new InstanceFolder(settings.folder());
    this.lock = lock;
    this.supervisor = supervisor;
    this.access = access;
    this.exitHook = ExitHook.when(settings.stopAtExit(), this::end);
  }

  /**
   * Starts the server of the folder, creating it at first, and waits until it takes connections.
   *
   * @throws PostgresException with a code that says why it could not
   */
  public static EmbeddedPostgres start(EmbeddedSettings settings) {
    InstanceFolder folder = InstanceFolder.create(settings.folder());
    FolderLock lock = FolderLock.acquire(folder.root());
    try {
      Supervisor supervisor = Launch.prepare(settings, folder).start();
      try {
        PostgresAccess access =
            PostgresAccess.local(supervisor.port(), settings.database(), folder.readPassword());
        DatabaseCreation.createWhenMissing(access, settings.database());
        lock.markReady();
        return new EmbeddedPostgres(settings, lock, supervisor, access);
      } catch (RuntimeException | Error failure) {
        supervisor.stop();
        throw failure;
      }
    } catch (RuntimeException | Error failure) {
      lock.close();
      throw failure;
    }
  }

  /** How to connect to the database of the settings. */
  public PostgresAccess access() {
    return access;
  }

  /** The JDBC URL of the database of the settings; has a query part already. */
  public String jdbcUrl() {
    return access.jdbcUrl();
  }

  /** The owning role, a superuser of this server. */
  public String user() {
    return access.user();
  }

  /** The role's password, made at the first start. */
  public String password() {
    return access.password();
  }

  /** The port on 127.0.0.1; does not change while this object lives. */
  public int port() {
    return supervisor.port();
  }

  /** The process id of the server; another one after the server died and was started again. */
  public long pid() {
    return supervisor.pid();
  }

  /** Whether the server process lives. */
  public boolean isRunning() {
    return supervisor.isRunning();
  }

  /** PostgreSQL's data directory. */
  public Path dataDirectory() {
    return folder.data();
  }

  /** The last lines of the server's log. */
  public String logTail() {
    return new ServerLog(folder.log()).tail();
  }

  /** The settings it was started with. */
  public EmbeddedSettings settings() {
    return settings;
  }

  /**
   * Fast shutdown: open transactions are rolled back, a checkpoint is written, the process is gone
   * when this returns. Does nothing the second time.
   */
  public void stop() {
    exitHook.cancel();
    end();
  }

  @Override
  public void close() {
    stop();
  }

  private void end() {
    try {
      supervisor.stop();
    } finally {
      lock.close();
    }
  }

  @Override
  public String toString() {
    return "EmbeddedPostgres[%s, port %d, %s]".formatted(settings.name(), port(), folder.root());
  }
}
