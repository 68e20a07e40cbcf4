package io.cornerstore.cli.installation;

import io.cornerstore.CornerstoreApplication;
import io.cornerstore.access.Actor;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.PostgresException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * The databases of a data folder, started or attached to, and the application over them. The
 * databases start while the application is put together. Closing it, also by the end of the
 * process, closes the application first and the databases after it.
 */
public final class Installation implements AutoCloseable {

  /** Who acts when a command is typed, in the audit trail. */
  public static final Actor OPERATOR = new Actor.Machine("command-line");

  private final Path folder;
  private final Settings settings;
  private final CompletableFuture<? extends DatabaseServers> databases;
  private final Thread atExit;
  private @Nullable ConfigurableApplicationContext application;

  private Installation(
      Path folder, Settings settings, CompletableFuture<? extends DatabaseServers> databases) {
    this.folder = folder;
    this.settings = settings;
    this.databases = databases;
    this.atExit = new Thread(this::closeAll, "stop");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts the databases of the folder, or attaches to those that a running server has started. */
  public static Installation open(Path folder, Settings settings) {
    new RestoreMark(folder).requireFinished();
    return new Installation(
        folder,
        settings,
        external(settings)
            .orElseGet(
                () -> embedded(EmbeddedCluster.startOrAttachInBackground(embedded(folder)))));
  }

  /** As {@link #open(Path, Settings)} without a configuration. */
  public static Installation open(Path folder) {
    return open(folder, Settings.none());
  }

  /** Starts the databases of the folder; refused when another process has them. */
  public static Installation own(Path folder, Settings settings) {
    new RestoreMark(folder).requireFinished();
    return restoring(folder, settings);
  }

  /** As {@link #own(Path, Settings)}, for the restore itself, which leaves its mark before. */
  public static Installation restoring(Path folder, Settings settings) {
    return new Installation(
        folder,
        settings,
        external(settings)
            .orElseGet(() -> embedded(EmbeddedCluster.startInBackground(embedded(folder)))));
  }

  /** As {@link #own(Path, Settings)} without a configuration. */
  public static Installation own(Path folder) {
    return own(folder, Settings.none());
  }

  /* Somebody else's servers are looked at before anything else: a wrong one is a user's mistake. */
  private static Optional<CompletableFuture<? extends DatabaseServers>> external(
      Settings settings) {
    return settings
        .external()
        .map(servers -> CompletableFuture.completedFuture(ExternalCheck.require(servers)));
  }

  private static CompletableFuture<? extends DatabaseServers> embedded(
      CompletableFuture<EmbeddedCluster> cluster) {
    return cluster.thenApply(DatabaseServers.Embedded::new);
  }

  /** How the databases of a data folder are set on this machine. */
  public static EmbeddedClusterSettings embedded(Path folder) {
    LoggerFactory.getILoggerFactory(); // two threads at its first use would make it complain
    long memory = memoryMegabytes();
    EmbeddedClusterSettings settings = EmbeddedClusterSettings.under(folder);
    return settings
        .withMain(
            settings
                .main()
                .withParameter("shared_buffers", Math.clamp(memory / 8, 128, 4096) + "MB")
                .withParameter("effective_cache_size", Math.max(256, memory / 2) + "MB")
                .withParameter("max_wal_size", "4GB")
                .withParameter("checkpoint_timeout", "15min")
                .withParameter("wal_compression", "pglz")
                .withStopAtExit(false))
        .withKeys(settings.keys().withStopAtExit(false));
  }

  private static long memoryMegabytes() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      return system.getTotalMemorySize() / 1_048_576;
    }
    return 4096;
  }

  /** The data folder. */
  public Path folder() {
    return folder;
  }

  /** Starts the application without web pages: for commands that do one thing and end. */
  public ConfigurableApplicationContext command() {
    return start(WebApplicationType.NONE, Map.of(), Map.of());
  }

  /** Starts the application with its pages, API and background work. */
  public ConfigurableApplicationContext server() {
    Map<String, Object> all =
        Map.of(
            "cornerstore.pumps.enabled",
            "true",
            "cornerstore.operations.data-folder",
            folder.toString(),
            "cornerstore.operations.version",
            Release.VERSION,
            "management.metrics.system.diskspace.paths",
            folder.toString());
    // Every line of the log says which run it is of; those of a request, which request.
    System.setProperty(
        "cornerstore.run",
        Long.toHexString(ProcessHandle.current().pid())
            + "-"
            + Long.toHexString(System.currentTimeMillis()));
    Map<String, Object> logging = new HashMap<>();
    logging.put("logging.config", "classpath:logback-server.xml");
    logging.put("logging.file.name", folder.resolve("logs").resolve("cornerstore.log").toString());
    settings
        .properties()
        .forEach((name, value) -> {
          if (name.startsWith("logging.")) {
            logging.put(name, value); // a log that has begun does not look again
          }
        });
    return start(WebApplicationType.SERVLET, all, logging);
  }

  /** Its databases; waits until they are there. */
  public DatabaseServers databases() {
    try {
      return databases.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PostgresException failure ? failure : e;
    }
  }

  private ConfigurableApplicationContext start(
      WebApplicationType type, Map<String, Object> more, Map<String, Object> logging) {
    Map<String, Object> properties = new HashMap<>(settings.overrides());
    properties.putAll(more);
    properties.put("cornerstore.vault.root-key-file", rootKey().toString());
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(CornerstoreApplication.class)
            .web(type)
            .properties(logging) // known before the log begins
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .initializers(fresh -> {
              MutablePropertySources sources = fresh.getEnvironment().getPropertySources();
              sources.addFirst(new MapPropertySource("installation", properties));
              sources.addFirst(new DatabaseProperties(this::databases));
              sources.addAfter(
                  StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                  new MapPropertySource("configuration file", settings.properties()));
            })
            .run();
    application = context;
    return context;
  }

  /** Its configuration. */
  public Settings settings() {
    return settings;
  }

  /** As {@link #rootKey(Path, Settings)}. */
  public Path rootKey() {
    return rootKey(folder, settings);
  }

  /** Where the root key is, or will be made. */
  public static Path rootKey(Path folder, Settings settings) {
    Object named = settings.properties().get("cornerstore.vault.root-key-file");
    return named == null ? folder.resolve("root.key") : Path.of(named.toString());
  }

  /** Ends the application and keeps the databases, for a second application after it. */
  public void closeApplication() {
    ConfigurableApplicationContext running = application;
    if (running != null) {
      application = null;
      running.close();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      return; // the process is ending: the hook does it
    }
    closeAll();
  }

  private synchronized void closeAll() {
    try {
      closeApplication();
    } finally {
      databases.thenAccept(DatabaseServers::close).exceptionally(_ -> null).join();
    }
  }
}
