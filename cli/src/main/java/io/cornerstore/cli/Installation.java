package io.cornerstore.cli;

import io.cornerstore.CornerstoreApplication;
import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.PostgresException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * The databases of a data folder, started or attached to, and the application over them. The
 * databases start while the application is put together. Closing it, also by the end of the
 * process, closes the application first and the databases after it.
 */
public final class Installation implements AutoCloseable {

  private final Path folder;
  private final CompletableFuture<EmbeddedCluster> databases;
  private final Thread atExit;
  private @Nullable ConfigurableApplicationContext application;

  private Installation(Path folder, CompletableFuture<EmbeddedCluster> databases) {
    this.folder = folder;
    this.databases = databases;
    this.atExit = new Thread(this::closeAll, "stop");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts the databases of the folder, or attaches to those that a running server has started. */
  public static Installation open(Path folder) {
    return new Installation(folder, EmbeddedCluster.startOrAttachInBackground(settings(folder)));
  }

  /** Starts the databases of the folder; refused when another process has them. */
  public static Installation own(Path folder) {
    return new Installation(folder, EmbeddedCluster.startInBackground(settings(folder)));
  }

  private static EmbeddedClusterSettings settings(Path folder) {
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

  Path folder() {
    return folder;
  }

  /** Whether another process owns the databases: usually a running server. */
  boolean attached() {
    return !databases().isOwner();
  }

  /** Starts the application without web pages: for commands that do one thing and end. */
  public ConfigurableApplicationContext command() {
    return start(WebApplicationType.NONE, Map.of(), Map.of());
  }

  /** Starts the application with its pages, API and background work. */
  ConfigurableApplicationContext server(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("cornerstore.pumps.enabled", "true");
    Map<String, Object> logging =
        Map.of(
            "logging.config",
            "classpath:logback-server.xml",
            "logging.file.name",
            folder.resolve("logs").resolve("cornerstore.log").toString());
    return start(WebApplicationType.SERVLET, all, logging);
  }

  private EmbeddedCluster databases() {
    try {
      return databases.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PostgresException failure ? failure : e;
    }
  }

  private ConfigurableApplicationContext start(
      WebApplicationType type, Map<String, Object> more, Map<String, Object> logging) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("cornerstore.vault.root-key-file", folder.resolve("root.key").toString());
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
            })
            .run();
    application = context;
    return context;
  }

  /** Ends the application and keeps the databases, for a second application after it. */
  void closeApplication() {
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
      databases.thenAccept(EmbeddedCluster::close).exceptionally(_ -> null).join();
    }
  }
}
