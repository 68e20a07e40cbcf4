package io.cornerstore.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection of HTTP/1.1 that costs next to nothing: on two cores the sender would else be
 * measured with the server. Not thread-safe.
 */
final class HttpWire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String head;
  private String retryAfter = "";
  private boolean over;

  HttpWire(URI server, String authorization) throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    out = socket.getOutputStream();
    head =
        " HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: "
            .formatted(server.getHost(), server.getPort(), authorization);
  }

  /** Sends a body to a path and reads the answer to its end; its status. */
  int post(String path, byte[] content) throws IOException {
    byte[] first =
        ("POST " + path + head + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    out.write(all);
    out.flush();
    return answer();
  }

  /** The header of the last answer, empty when it had none. */
  String retryAfter() {
    return retryAfter;
  }

  /** Whether the server announced with the last answer that it closes the connection. */
  boolean isOver() {
    return over;
  }

  private int answer() throws IOException {
    String status = line();
    int length = 0;
    boolean chunked = false;
    retryAfter = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      } else if (lower.startsWith("retry-after:")) {
        retryAfter = lower.substring(12).strip();
      } else if (lower.startsWith("connection:")) {
        over = lower.contains("close");
      }
    }
    if (chunked) {
      for (int size = size(line()); size > 0; size = size(line())) {
        in.skipNBytes(size);
        line();
      }
      line();
    } else {
      in.skipNBytes(length);
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private static int size(String line) {
    return Integer.parseInt(line.split(";")[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
