package io.cornerstore.cli.settings;

import io.cornerstore.postgres.PostgresAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts file and command line together and finds what does not fit together. */
final class SettingsCheck {

  private static final List<String> LOOPBACK =
      List.of("127.0.0.1", "localhost", "::1", "0:0:0:0:0:0:0:1");

  private final @Nullable Path file;
  private final Map<String, SettingsFile.Value> given;
  private final List<Mistake> mistakes;
  private final Secrets secrets;
  private final Set<String> overrides;

  SettingsCheck(
      @Nullable Path file, SettingsFile read, Map<String, String> overrides, Secrets secrets) {
    this.file = file;
    this.given = new HashMap<>(read.values());
    this.mistakes = new ArrayList<>(read.mistakes());
    this.secrets = secrets;
    this.overrides = overrides.keySet();
    overrides.forEach((key, text) -> {
      given.put(key, new SettingsFile.Value(text, 0));
      Catalogue.find(key)
          .flatMap(setting -> setting.form().findFault(text))
          .ifPresent(fault -> mistakes.add(new Mistake(0, "'" + key + "' " + fault)));
    });
  }

  Settings settings() {
    Map<String, Object> properties = properties(false);
    server(properties);
    keys(properties);
    traces(properties);
    signIn(properties);
    Optional<Settings.ExternalServers> external = external();
    if (!mistakes.isEmpty()) {
      throw new SettingsRefused(file == null ? "the settings" : file.toString(), mistakes);
    }
    return new Settings(Optional.ofNullable(file), properties, properties(true), external);
  }

  private Map<String, Object> properties(boolean overriding) {
    Map<String, Object> properties = new HashMap<>();
    given.forEach((key, value) -> {
      if (overrides.contains(key) == overriding) {
        Catalogue.find(key).stream()
            .flatMap(setting -> setting.properties().stream())
            .forEach(property -> properties.put(property, value.text()));
      }
    });
    return properties;
  }

  private void server(Map<String, Object> properties) {
    boolean certificate = given.containsKey("server.tls-certificate");
    if (certificate != given.containsKey("server.tls-private-key")) {
      fault(
          certificate ? "server.tls-certificate" : "server.tls-private-key",
          "needs '"
              + (certificate ? "server.tls-private-key" : "server.tls-certificate")
              + "' beside it");
    }
    for (String key : List.of("server.tls-certificate", "server.tls-private-key")) {
      path(key)
          .ifPresent(named -> {
            requireFile(key, named);
            Catalogue.find(key)
                .orElseThrow()
                .properties()
                .forEach(name -> properties.put(name, named.toUri().toString()));
          });
    }
    String address = text("server.address");
    boolean proxies = given.containsKey("server.proxies");
    if (!LOOPBACK.contains(address)
        && !certificate
        && !proxies
        && !text("server.unsafe-plain-http").equals("true")) {
      fault(
          "server.address",
          "is "
              + address
              + ", which opens plain HTTP to others. Set 'server.tls-certificate', or name the"
              + " proxy that ends TLS in 'server.proxies', or say 'server.unsafe-plain-http:"
              + " true'");
    }
    if (proxies) {
      properties.put("server.forward-headers-strategy", "native");
      properties.put(
          "server.tomcat.remoteip.internal-proxies", Proxies.pattern(text("server.proxies")));
      properties.put("server.tomcat.remoteip.remote-ip-header", "x-forwarded-for");
      properties.put("server.tomcat.remoteip.protocol-header", "x-forwarded-proto");
    }
    if (certificate || text("server.public-url").startsWith("https:")) {
      properties.put("server.servlet.session.cookie.secure", "true");
    }
  }

  private void keys(Map<String, Object> properties) {
    path("keys.root-key-file")
        .ifPresent(named -> properties.put("cornerstore.vault.root-key-file", named.toString()));
    path("keys.passphrase-file")
        .flatMap(named ->
            secrets.find(named, "CORNERSTORE_VAULT_PASSPHRASE", telling("keys.passphrase-file")))
        .ifPresent(passphrase -> properties.put("cornerstore.vault.passphrase", passphrase));
  }

  private void signIn(Map<String, Object> properties) {
    Map<String, String> texts = new HashMap<>();
    given.forEach((key, value) -> texts.put(key, value.text()));
    if (!SignInSettings.check(given::containsKey, texts, this::fault)) {
      return;
    }
    String fileKey = SignInSettings.SECRET_FILE;
    Optional<Path> file = path(fileKey);
    Optional<String> secret =
        secrets.find(file.orElse(null), SignInSettings.SECRET_VARIABLE, telling(fileKey));
    secret.ifPresent(found -> properties.put(SignInSettings.SECRET_PROPERTY, found));
    if (secret.isEmpty() && file.isEmpty()) {
      fault(
          SignInSettings.ISSUER,
          "needs the client's secret: '" + fileKey + "', or " + SignInSettings.SECRET_VARIABLE);
    }
  }

  /* Whose parts are otherwise left out of the application, see application.yaml. */
  private void traces(Map<String, Object> properties) {
    if (given.containsKey("traces.endpoint")) {
      properties.put(
          "spring.autoconfigure.exclude",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration");
    }
  }

  private Optional<Settings.ExternalServers> external() {
    boolean main = given.containsKey("database.url");
    boolean keys = given.containsKey("keys.url");
    if (!main && !keys) {
      for (String key :
          List.of("database.user", "database.password-file", "keys.user", "keys.password-file")) {
        if (given.containsKey(key)) {
          fault(key, "has no meaning without 'database.url' and 'keys.url'");
        }
      }
      return Optional.empty();
    }
    if (main != keys) {
      fault(
          main ? "database.url" : "keys.url",
          "needs '" + (main ? "keys.url" : "database.url") + "' beside it: both or neither");
      return Optional.empty();
    }
    Optional<Reached> reachedMain = reached("database");
    Optional<Reached> reachedKeys = reached("keys");
    boolean same = text("keys.unsafe-same-server").equals("true");
    if (reachedMain.isEmpty() || reachedKeys.isEmpty()) {
      return Optional.empty();
    }
    if (!same
        && reachedMain.get().address().server().equals(reachedKeys.get().address().server())) {
      fault(
          "keys.url",
          "names the server of 'database.url'. Keys need a server of their own: one server has one"
              + " write-ahead log and one backup, and an erased key would stay in both. Use another"
              + " server, or say 'keys.unsafe-same-server: true'");
    }
    return Optional.of(
        new Settings.ExternalServers(reachedMain.get().access(), reachedKeys.get().access(), same));
  }

  private record Reached(DatabaseAddress address, PostgresAccess access) {}

  private Optional<Reached> reached(String section) {
    if (!given.containsKey(section + ".user")) {
      fault(section + ".url", "needs '" + section + ".user' beside it");
    }
    String variable =
        section.equals("keys") ? "CORNERSTORE_KEYS_PASSWORD" : "CORNERSTORE_DATABASE_PASSWORD";
    String fileKey = section + ".password-file";
    Optional<Path> passwordFile = path(fileKey);
    Optional<String> password = secrets.find(passwordFile.orElse(null), variable, telling(fileKey));
    if (password.isEmpty() && passwordFile.isEmpty()) {
      fault(section + ".url", "needs a password: '" + fileKey + "', or " + variable);
    }
    Optional<Path> certificate = path(section + ".tls-root-certificate");
    certificate.ifPresent(named -> requireFile(section + ".tls-root-certificate", named));
    String url = text(section + ".url");
    Form form = Catalogue.find(section + ".url").orElseThrow().form();
    if (password.isEmpty() || form.findFault(url).isPresent()) {
      return Optional.empty();
    }
    DatabaseAddress address =
        DatabaseAddress.of(
            url, text(section + ".tls"), certificate.map(Path::toString).orElse(null));
    return Optional.of(
        new Reached(address, address.access(text(section + ".user"), password.get())));
  }

  private String text(String key) {
    SettingsFile.Value value = given.get(key);
    return value == null ? Catalogue.find(key).orElseThrow().usual() : value.text();
  }

  /** Relative paths count from the folder of the file. */
  private Optional<Path> path(String key) {
    SettingsFile.Value value = given.get(key);
    if (value == null) {
      return Optional.empty();
    }
    Path base = file == null ? null : file.toAbsolutePath().getParent();
    Path named = Path.of(value.text());
    return Optional.of(base == null ? named.toAbsolutePath() : base.resolve(named).normalize());
  }

  private void requireFile(String key, Path named) {
    if (!Files.isReadable(named) || !Files.isRegularFile(named)) {
      fault(key, "names " + named + ", which is no file that can be read");
    }
  }

  private Consumer<String> telling(String key) {
    return fault -> fault(key, fault);
  }

  private void fault(String key, String text) {
    SettingsFile.Value value = given.get(key);
    mistakes.add(new Mistake(value == null ? 0 : value.line(), "'" + key + "' " + text));
  }
}
