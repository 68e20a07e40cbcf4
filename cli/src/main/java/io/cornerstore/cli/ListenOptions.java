package io.cornerstore.cli;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class ListenOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the server, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (default: ${DEFAULT-VALUE}, this machine only; put TLS in front before opening it).")
  private String address = "127.0.0.1";

  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", Integer.toString(port));
    properties.put("server.address", address);
    return properties;
  }

  /** The address of a running server, as one types it into a browser on this machine. */
  static String address(ApplicationContext application) {
    return "http://localhost:"
        + application.getEnvironment().getProperty("local.server.port")
        + "/";
  }
}
