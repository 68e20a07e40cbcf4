package io.cornerstore.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Finds a port on the loopback address. */
final class Ports {

  private Ports() {}

  /** The wished port when it is free, else any. */
  static int choose(OptionalInt wish) {
    if (wish.isPresent() && isFree(wish.getAsInt())) {
      return wish.getAsInt();
    }
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresException(
          PostgresException.Code.START_FAILED, "no free port on the loopback address", e);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, loopback())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
