package io.cornerstore.intake.feed;

import io.cornerstore.intake.IntakeServer;
import io.cornerstore.postgres.PostgresAccess;
import io.cornerstore.testkit.DatabasePair;
import java.nio.file.Path;

/** An import in a process of its own, to be killed. */
final class KilledImport {

  private KilledImport() {}

  /** Arguments: root key, address, user and password of both servers, file. */
  public static void main(String[] arguments) {
    var main = new PostgresAccess(arguments[1], arguments[2], arguments[3]);
    var keys = new PostgresAccess(arguments[4], arguments[5], arguments[6]);
    try (IntakeServer server =
        IntakeServer.startOn(new DatabasePair(main, keys), Path.of(arguments[0]))) {
      server.run(Path.of(arguments[7]));
    }
  }
}
