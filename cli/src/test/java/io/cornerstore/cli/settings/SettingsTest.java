package io.cornerstore.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class SettingsTest {

  private static final Map<String, String> NO_OVERRIDES = Map.of();

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("cornerstore.yaml"), text);
  }

  private Settings read(String text) throws IOException {
    return Settings.read(file(text), NO_OVERRIDES, _ -> null);
  }

  private Path secret(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void file_withManyMistakes_namesEachWithItsLine() throws IOException {
    Path file =
        file(
            """
            server:
              prot: 8080
              port: many
              tls-certificate: nowhere.pem
            events:
              trust: 101
              country: Germany
            profle:
              zone: UTC
            database:
              url: postgresql://db.example.org/shop
              password: hunter2
            logs:
              level: [info, debug]
              level: info
            """);
    SettingsRefused refused =
        catchThrowableOfType(
            SettingsRefused.class, () -> Settings.read(file, NO_OVERRIDES, _ -> null));
    assertThat(refused.mistakes().stream().collect(Collectors.groupingBy(Mistake::line)).keySet())
        .containsExactlyInAnyOrder(2, 3, 4, 6, 7, 8, 11, 12, 14, 15);
    assertThat(refused)
        .hasMessageContaining("line 2: unknown key 'server.prot'. Maybe 'server.port'?")
        .hasMessageContaining("line 3: 'server.port' must be a whole number, 0 to 65535")
        .hasMessageContaining("line 4: 'server.tls-certificate' needs 'server.tls-private-key'")
        .hasMessageContaining("line 6: 'events.trust' must lie in 0 to 100, but is 101")
        .hasMessageContaining("line 8: unknown key 'profle'. Maybe 'profile'?")
        .hasMessageContaining("line 11: 'database.url' needs 'keys.url' beside it")
        .hasMessageContaining("line 12: 'database.password': secrets do not stand in this file")
        .hasMessageContaining("line 15: 'level' stands twice in 'logs'")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void file_thatIsNoYaml_saysWhere() throws IOException {
    Path file = file("server:\n  port: [8080\n");
    assertThatThrownBy(() -> Settings.read(file, NO_OVERRIDES, _ -> null))
        .hasMessageContaining("not YAML");
  }

  @Test
  void address_openToOthersWithoutTls_isRefusedAlsoFromTheCommandLine() throws IOException {
    Path file = file("server:\n  port: 80\n");
    assertThatThrownBy(() -> Settings.read(file, Map.of("server.address", "0.0.0.0"), _ -> null))
        .hasMessageContaining("opens plain HTTP to others");
    Settings behindProxy =
        read("server:\n  address: 0.0.0.0\n  proxies: [10.1.0.0/16, 192.0.2.7]\n");
    assertThat(behindProxy.properties().get("server.tomcat.remoteip.internal-proxies").toString())
        .satisfies(pattern -> {
          assertThat("10.1.2.3").matches(pattern);
          assertThat("192.0.2.7").matches(pattern);
          assertThat("10.2.2.3").doesNotMatch(pattern);
          assertThat("192x0.2.7").doesNotMatch(pattern);
        });
  }

  @Test
  void commandLine_countsBeforeTheFile() throws IOException {
    Settings settings =
        Settings.read(
            file("server:\n  port: 8081\nprofile:\n  zone: Asia/Jakarta\n"),
            Map.of("server.port", "9000"),
            _ -> null);
    assertThat(settings.overrides()).isEqualTo(Map.of("server.port", "9000"));
    assertThat(settings.properties()).isEqualTo(Map.of("cornerstore.profile.zone", "Asia/Jakarta"));
  }

  @Test
  void secrets_fromFilesAndEnvironment_areFoundOrNamed() throws IOException {
    Files.writeString(folder.resolve("open"), "visible\n");
    Files.setPosixFilePermissions(
        folder.resolve("open"), PosixFilePermissions.fromString("rw-r--r--"));
    secret("closed", "hidden\n");
    String databases =
        """
        database:
          url: postgresql://one.example.org/shop
          user: shop
          password-file: %s
        keys:
          url: postgresql://two.example.org:5433/shop_keys
          user: shop
        """;
    Path wrong = file(databases.formatted("open"));
    assertThatThrownBy(() -> Settings.read(wrong, NO_OVERRIDES, _ -> null))
        .hasMessageContaining("which others may read")
        .hasMessageContaining("'keys.url' needs a password");

    Settings good =
        Settings.read(
            file(databases.formatted("closed")),
            NO_OVERRIDES,
            name -> name.equals("CORNERSTORE_KEYS_PASSWORD") ? "from-environment" : null);
    Settings.ExternalServers servers = good.external().orElseThrow();
    assertThat(servers.main().password()).isEqualTo("hidden");
    assertThat(servers.keys())
        .extracting(PostgresAccess::password, PostgresAccess::user)
        .containsExactly("from-environment", "shop");
    assertThat(servers.main().jdbcUrl())
        .startsWith("jdbc:postgresql://one.example.org:5432/shop?sslmode=verify-full");
    assertThat(good.toString()).doesNotContain("hidden");
  }

  @Test
  void bothUrls_onOneServer_areRefusedUnlessAllowed() throws IOException {
    String text =
        """
        database:
          url: postgresql://db.example.org/shop
          user: shop
        keys:
          url: postgresql://DB.example.org:5432/shop_keys
          user: shop
        %s
        """;
    Path refused = file(text.formatted(""));
    assertThatThrownBy(() -> Settings.read(refused, NO_OVERRIDES, _ -> "password"))
        .hasMessageContaining("one write-ahead log and one backup");
    Path allowed = file(text.formatted("  unsafe-same-server: true"));
    assertThat(Settings.read(allowed, NO_OVERRIDES, _ -> "password").external()).isPresent();
  }

  @Test
  void pages_areThoseInTheDocumentation() {
    Path documents = Path.of("..", "docs", "reference");
    Golden.assertFileMatches(documents.resolve("configuration.md"), SettingsPages.reference());
    Golden.assertFileMatches(
        documents.resolve("cornerstore.example.yaml"), SettingsPages.example());
  }

  @Test
  void example_uncommented_isAccepted() throws IOException {
    String text =
        SettingsPages.example()
            .lines()
            .map(line -> line.matches("#( {2}\\S+|\\S+):.*") ? line.substring(1) : line)
            .collect(Collectors.joining("\n"));
    assertThat(new Yaml().<Map<String, Object>>load(text)).containsKeys("server", "keys", "logs");
    assertThat(read(text).properties())
        .containsEntry("server.port", "8080")
        .containsEntry("cornerstore.identity.train-growth", "4");
  }

  @Test
  void provider_halfGiven_isRefusedWithEverythingThatIsMissing() throws IOException {
    Path file =
        file(
            """
            sign-in:
              issuer: http://login.example.org
              client-secret: hunter2
              roles: [shop floor=service, choir=singer]
              create-accounts: true
            """);
    SettingsRefused refused =
        catchThrowableOfType(
            SettingsRefused.class, () -> Settings.read(file, NO_OVERRIDES, _ -> null));

    assertThat(refused)
        .hasMessageContaining("line 2: 'sign-in.issuer' must be https://")
        .hasMessageContaining(
            "secrets do not stand in this file. Maybe 'sign-in.client-secret-file'")
        .hasMessageContaining("line 4: 'sign-in.roles' must be NAME=ROLE");
    assertThat(refused.getMessage()).doesNotContain("hunter2");
    assertThatThrownBy(() ->
            read(
                """
                sign-in:
                  issuer: https://login.example.org/realms/house
                  roles: shop floor=service
                  create-accounts: true
                """))
        .hasMessageContaining("needs 'sign-in.client-id' beside it")
        .hasMessageContaining("CORNERSTORE_SIGN_IN_CLIENT_SECRET")
        .hasMessageContaining("'sign-in.roles' needs 'sign-in.roles-claim' beside it")
        .hasMessageContaining("nobody comes in without a role");
    assertThatThrownBy(() -> read("sign-in: {name: the house}"))
        .hasMessageContaining("'sign-in.name' has no meaning without 'sign-in.issuer'");
  }

  @Test
  void provider_becomesProperties_withItsSecretFromAFile() throws IOException {
    secret("client-secret", "not told");

    Settings settings =
        read(
            """
            server:
              public-url: https://customers.example.org
            sign-in:
              issuer: https://login.example.org/realms/house
              client-id: cornerstore
              client-secret-file: client-secret
              roles-claim: groups
              roles: [shop floor=service, data=engineer]
            """);

    assertThat(settings.properties())
        .containsEntry(
            "cornerstore.access.provider.issuer", "https://login.example.org/realms/house")
        .containsEntry("cornerstore.access.provider.client-secret", "not told")
        .containsEntry("cornerstore.access.provider.public-url", "https://customers.example.org")
        .containsEntry("cornerstore.access.provider.roles", "shop floor=service,data=engineer");
  }
}
