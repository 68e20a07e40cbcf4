package io.cornerstore.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/** The files of one server: everything but the lock is only touched while the lock is held. */
record InstanceFolder(Path root) {

  static InstanceFolder create(Path root) {
    PrivateFiles.createDirectories(root);
    return new InstanceFolder(root);
  }

  Path data() {
    return root.resolve("pgdata");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path password() {
    return root.resolve("password");
  }

  private Path runAsFile() {
    return root.resolve("run-as");
  }

  Optional<String> findRunAs() {
    try {
      return Optional.of(Files.readString(runAsFile(), US_ASCII).strip());
    } catch (IOException _) {
      return Optional.empty(); // the first start
    }
  }

  void rememberRunAs(RunAs runAs) {
    if (!findRunAs().equals(Optional.of(runAs.text()))) {
      PrivateFiles.write(runAsFile(), runAs.text() + "\n");
    }
  }

  private Path portFile() {
    return root.resolve("port");
  }

  String readPassword() {
    try {
      return Files.readString(password(), US_ASCII).strip();
    } catch (IOException e) {
      throw new PostgresException(
          PostgresException.Code.FILES,
          "cannot read the password of the server in " + root + ": " + password(),
          e);
    }
  }

  /** Makes 192 bits of password, once for the life of the data directory. */
  String makePassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    PrivateFiles.write(password(), password + "\n");
    return password;
  }

  OptionalInt rememberedPort() {
    try {
      int port = Integer.parseInt(Files.readString(portFile(), US_ASCII).strip());
      return port > 0 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
    } catch (IOException | NumberFormatException _) {
      return OptionalInt.empty(); // only a wish: without it any free port does
    }
  }

  void rememberPort(int port) {
    PrivateFiles.write(portFile(), port + "\n");
  }
}
