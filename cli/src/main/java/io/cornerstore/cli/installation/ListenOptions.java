package io.cornerstore.cli.installation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Option;

/** Where the server listens. */
public final class ListenOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port of the server, 0 for any free one (default: that of the configuration, else 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on (default: that of the configuration, else 127.0.0.1, this machine"
              + " only).")
  private @Nullable String address;

  /** What was asked for, by keys of the configuration: it counts before the file. */
  public Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    if (port != null) {
      overrides.put("server.port", Integer.toString(port));
    }
    if (address != null) {
      overrides.put("server.address", address);
    }
    return overrides;
  }

  /** The address of a running server, as one types it into a browser on this machine. */
  public static String address(ApplicationContext application) {
    Environment environment = application.getEnvironment();
    String scheme = environment.containsProperty("server.ssl.certificate") ? "https" : "http";
    return scheme + "://localhost:" + environment.getProperty("local.server.port") + "/";
  }
}
