package io.cornerstore.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.CommandRun;
import io.cornerstore.postgres.EmbeddedCluster;
import io.cornerstore.postgres.EmbeddedClusterSettings;
import io.cornerstore.postgres.EmbeddedSettings;
import io.cornerstore.postgres.PostgresAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers reached by URL whose connections are protected by TLS, with certificates made here. */
class ExternalTlsTest {

  private static final String PASSWORD = "a password of the test";

  @TempDir private static Path elsewhere;
  private static EmbeddedCluster servers;

  @TempDir private Path folder;

  @BeforeAll
  static void startServers() throws Exception {
    makeCertificate("server", "localhost");
    makeCertificate("stranger", "localhost");
    EmbeddedClusterSettings settings = EmbeddedClusterSettings.under(elsewhere.resolve("cluster"));
    servers =
        EmbeddedCluster.start(
            settings.withMain(protect(settings.main())).withKeys(protect(settings.keys())));
    for (PostgresAccess access : List.of(servers.main(), servers.keys())) {
      prepare(access);
    }
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  private static EmbeddedSettings protect(EmbeddedSettings settings) {
    return settings
        .withParameter("ssl", "on")
        .withParameter("ssl_cert_file", elsewhere.resolve("server.crt").toString())
        .withParameter("ssl_key_file", elsewhere.resolve("server.key").toString());
  }

  private static void prepare(PostgresAccess access) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create role shop login password '" + PASSWORD + "'");
      statement.execute("create database shop owner shop");
    }
  }

  /** By the JDK's keytool; PostgreSQL wants certificate and key as PEM. */
  private static void makeCertificate(String name, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = elsewhere.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve(name + ".log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    write(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
    write(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
  }

  private static void write(String file, String kind, byte[] content) throws IOException {
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(
                kind,
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(content),
                kind);
    Path target = Files.writeString(elsewhere.resolve(file), text);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
  }

  private CommandRun list(String host, String trusted) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    StringBuilder text = new StringBuilder();
    for (String section : List.of("database", "keys")) {
      PostgresAccess access = section.equals("keys") ? servers.keys() : servers.main();
      text.append(
          """
          %s:
            url: postgresql://%s:%s/shop
            user: shop
            password-file: password
            tls: verify-full
            tls-root-certificate: %s
          """
              .formatted(
                  section,
                  host,
                  access.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"),
                  elsewhere.resolve(trusted)));
    }
    Files.writeString(folder.resolve("cornerstore.yaml"), text);
    return CommandRun.of(folder, "staff", "list");
  }

  @Test
  void connection_isVerifiedByCertificateAndName() throws IOException {
    CommandRun good = list("localhost", "server.crt");
    assertThat(good.code()).as(good.err()).isZero();
    for (CommandRun refused :
        List.of(list("localhost", "stranger.crt"), list("127.0.0.1", "server.crt"))) {
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err())
          .contains("'database.url': the server does not answer, or refuses")
          .contains("'keys.url': the server does not answer, or refuses");
    }
  }
}
