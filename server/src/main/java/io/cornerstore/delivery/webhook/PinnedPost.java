package io.cornerstore.delivery.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One POST over one connection (HTTP/1.1, RFC 9112) to exactly the address that was checked. The
 * JDK's clients look a name up by themselves, so what they connect to can be another address than
 * the one that was looked at. Redirects are answers like any other; bodies are not read.
 */
final class PinnedPost {

  private static final int LONGEST_HEAD = 16 * 1024;

  private final AddressGuard guard;
  private final Duration timeout;

  PinnedPost(AddressGuard guard, Duration timeout) {
    this.guard = guard;
    this.timeout = timeout;
  }

  /**
   * An answer.
   *
   * @param retryAfter the header as it stands
   */
  record Answer(int status, @Nullable String retryAfter) {}

  Answer send(URI address, Map<String, String> headers, String body) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean tls = address.getScheme().toLowerCase(Locale.ROOT).equals("https");
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    InetAddress checked = guard.resolve(address.getHost());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(checked, port), left(deadline));
      plain.setSoTimeout(left(deadline));
      if (!tls) {
        return exchange(plain, address, headers, body, deadline);
      }
      try (Socket secured = secured(plain, address.getHost(), port)) {
        return exchange(secured, address, headers, body, deadline);
      }
    }
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Answer exchange(
      Socket socket, URI address, Map<String, String> headers, String body, long deadline)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    head.append("POST ").append(path);
    if (address.getRawQuery() != null) {
      head.append('?').append(address.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(address.getHost());
    if (address.getPort() > 0) {
      head.append(':').append(address.getPort());
    }
    head.append("\r\nConnection: close\r\nContent-Length: ").append(content.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(content);
    socket.getOutputStream().flush();
    return answer(head(socket, deadline));
  }

  /** The head of the answer; a drip of bytes does not make it take longer than the deadline. */
  private static String head(Socket socket, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      socket.setSoTimeout(left(deadline));
      int next = in.read();
      if (next < 0) {
        break;
      }
      read.write(next);
      boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
      matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
      if (read.size() > LONGEST_HEAD) {
        throw new IOException("the answer's head is longer than 16 KiB");
      }
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  private static Answer answer(String head) throws IOException {
    String[] lines = head.split("\r\n");
    String[] status = lines[0].split(" ", 3);
    if (!status[0].startsWith("HTTP/1.") || status.length < 2 || status[1].length() != 3) {
      throw new IOException(head.isEmpty() ? "no answer came" : "the answer is no HTTP");
    }
    String retryAfter = null;
    for (String line : lines) {
      if (line.regionMatches(true, 0, "retry-after:", 0, 12)) {
        retryAfter = line.substring(12).strip();
      }
    }
    try {
      return new Answer(Integer.parseInt(status[1]), retryAfter);
    } catch (NumberFormatException e) {
      throw new IOException("the answer is no HTTP", e);
    }
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return Math.toIntExact(millis);
  }
}
