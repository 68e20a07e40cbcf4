package io.cornerstore.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;

/**
 * Reads bodies within bounds: of one body, sent or inflated, and of all that are in work at once,
 * counted as their bytes arrive, so that a slow sender holds no more than it sent. Whether a body
 * is compressed its first bytes say; labels lie. Thread-safe.
 */
final class BodyReader {

  /** Bytes of the largest body, as sent and inflated. */
  static final int LARGEST = 4 * 1024 * 1024;

  private static final int PIECE = 16 * 1024;

  private final int total;
  private final Semaphore free;

  /** With the bytes that all bodies in work may have together. */
  BodyReader(int total) {
    this.total = total;
    this.free = new Semaphore(total);
  }

  /** What is done with a body. */
  @FunctionalInterface
  interface Use {
    void accept(byte[] body) throws IOException;
  }

  /**
   * Reads the body and uses it.
   *
   * @throws CallRefused when it is too large (413), is broken gzip (400), or too much is in work
   *     already (429)
   */
  void read(HttpServletRequest request, Use use) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      drain(request.getInputStream());
      throw tooLarge();
    }
    Lease lease = new Lease();
    try {
      byte[] sent;
      try {
        sent = all(request.getInputStream(), lease);
      } catch (CallRefused e) {
        drain(request.getInputStream());
        throw e;
      }
      use.accept(compressed(sent) ? inflated(sent, lease) : sent);
    } finally {
      free.release(lease.held);
    }
  }

  /** Bytes that bodies in work hold now. */
  int held() {
    return total - free.availablePermits();
  }

  private final class Lease {
    private int held;

    void grow(int bytes) {
      if (!free.tryAcquire(bytes)) {
        throw CallRefused.busy(1);
      }
      held += bytes;
    }
  }

  private static byte[] all(InputStream in, Lease lease) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(PIECE);
    byte[] piece = new byte[PIECE];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      lease.grow(n);
      if (out.size() + n > LARGEST) {
        throw tooLarge();
      }
      out.write(piece, 0, n);
    }
    return out.toByteArray();
  }

  private static boolean compressed(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  private static byte[] inflated(byte[] sent, Lease lease) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), PIECE)) {
      return all(in, lease);
    } catch (IOException _) {
      throw new CallRefused(400, "invalid_body", "the body is broken gzip");
    }
  }

  /** Reads on for a while, since a client that is still writing would not see the answer. */
  private static void drain(InputStream in) throws IOException {
    in.skip(2L * LARGEST);
  }

  private static CallRefused tooLarge() {
    return new CallRefused(
        413, "body_too_large", "a request has at most " + LARGEST + " bytes, also inflated");
  }
}
