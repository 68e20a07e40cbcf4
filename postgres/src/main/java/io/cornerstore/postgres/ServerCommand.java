package io.cornerstore.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of the server: {@code postgres} itself, not pg_ctl, so its process is our child.
 */
record ServerCommand(RunAs runAs, Binaries binaries, Path data, EmbeddedSettings settings) {

  /** Kept on whatever else is asked for: a default store loses nothing and tells nothing. */
  private static final Map<String, String> GUARDED =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("fsync", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("synchronous_commit", "on"),
          // Statements, parameters and error texts may quote personal values. The client gets the
          // error; the log gets the life of the server only.
          Map.entry("logging_collector", "off"),
          Map.entry("log_destination", "stderr"),
          Map.entry("log_line_prefix", "%m [%p] "),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_statement", "none"),
          Map.entry("log_duration", "off"),
          Map.entry("log_min_duration_statement", "-1"),
          Map.entry("log_min_duration_sample", "-1"),
          Map.entry("log_transaction_sample_rate", "0"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"));

  List<String> words(int port) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("timezone", "UTC");
    parameters.put("cluster_name", "cornerstore-" + settings.name());
    parameters.putAll(settings.parameters());
    parameters.putAll(GUARDED);
    parameters.put("port", Integer.toString(port));
    List<String> words = new ArrayList<>(runAs.prefix());
    words.addAll(Attachment.available());
    words.addAll(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
    parameters.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    return words;
  }

  /** How the process hangs on this JVM, as far as this machine has the programs. */
  private static final class Attachment {

    private static final Duration TRIAL = Duration.ofSeconds(5);

    /**
     * SIGINT, which is a fast shutdown, when the thread that started it ends; and a session of its
     * own, so that Ctrl-C reaches the JVM only, which then ends the server in order.
     */
    private static final List<String> AVAILABLE = find();

    static List<String> available() {
      return AVAILABLE;
    }

    private static List<String> find() {
      List<String> words = new ArrayList<>();
      for (List<String> wrapper :
          List.of(List.of("setpriv", "--pdeathsig", "INT"), List.of("setsid"))) {
        List<String> trial = new ArrayList<>(wrapper);
        trial.add("true");
        if (Command.run(TRIAL, trial).succeeded()) {
          words.addAll(wrapper);
        }
      }
      return List.copyOf(words);
    }
  }
}
