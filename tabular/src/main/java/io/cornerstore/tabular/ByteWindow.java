package io.cornerstore.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A sliding view of a byte stream. Bytes from {@code start} to {@code limit} are at hand, {@code
 * pos} is where the scanner stands; {@link #more} may move all three, so places are remembered
 * relative to {@code start}. Fields are open to the scanners because their inner loops run over
 * them; nobody else holds a window.
 */
final class ByteWindow {
  private static final int INITIAL_BYTES = 1 << 18;

  byte[] bytes;
  int start;
  int pos;
  int limit;

  private final InputStream rest;
  private boolean ended;

  /** A window that begins with bytes already read and goes on with the rest of their stream. */
  ByteWindow(byte[] head, InputStream rest) {
    this.bytes = Arrays.copyOf(head, Math.max(INITIAL_BYTES, head.length));
    this.limit = head.length;
    this.rest = rest;
  }

  /** A window over nothing but these bytes, which it does not change. */
  ByteWindow(byte[] all) {
    this.bytes = all;
    this.limit = all.length;
    this.rest = InputStream.nullInputStream();
    this.ended = true;
  }

  /** Gets at least one more byte behind {@code limit}; false at the end of the stream. */
  boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (limit == bytes.length) {
      makeRoom();
    }
    int count = rest.read(bytes, limit, bytes.length - limit);
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    return true;
  }

  private void makeRoom() {
    int kept = limit - start;
    byte[] target = kept <= bytes.length / 2 ? bytes : new byte[bytes.length * 2];
    System.arraycopy(bytes, start, target, 0, kept);
    bytes = target;
    pos -= start;
    limit = kept;
    start = 0;
  }

  /** The byte at {@code pos} as 0 to 255, -1 at the end of the stream. */
  int peek() throws IOException {
    while (pos == limit) {
      if (!more()) {
        return -1;
      }
    }
    return bytes[pos] & 0xff;
  }

  /** Bytes from {@code start} to {@code pos}. */
  int length() {
    return pos - start;
  }

  /** Copies bytes, places counted from {@code start}. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, start + from, start + to);
  }
}
