package io.cornerstore.cli.backup;

import io.cornerstore.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the rows of a table are, whatever their order: PostgreSQL puts a row where there is room, so
 * that equal tables may be read in different orders. The SHA-256 of each row, added lane by lane (a
 * multiset hash in the sense of Clarke et al., 2003); meant against accidents, beside the checksums
 * of the files.
 *
 * <p>Takes the binary format of COPY: a header of 19 bytes and an extension, then for each row a
 * count of fields and for each field its length and bytes, then a count of -1 (PostgreSQL
 * documentation, COPY).
 */
final class RowsDigest extends OutputStream {

  private static final int SIGNATURE = 11;
  private static final int HEADER = 19;

  private final OutputStream out;
  private final MessageDigest sha256 = Sha256.begin();
  private final long[] sum = new long[4];
  private byte[] held = new byte[1 << 16];
  private int length;
  private boolean begun;
  private boolean ended;
  private long bytes;

  /** Passes everything on. */
  RowsDigest(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int start, int count) throws IOException {
    out.write(from, start, count);
    bytes += count;
    if (length + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, length + count));
    }
    System.arraycopy(from, start, held, length, count);
    length += count;
    take();
  }

  private void take() throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(held, 0, length);
    if (!begun && length >= HEADER) {
      int extension = buffer.getInt(SIGNATURE + Integer.BYTES);
      buffer.position(HEADER + extension);
      begun = true;
    }
    while (begun && !ended) {
      int start = buffer.position();
      int end = endOfRow(buffer);
      if (end < 0) {
        buffer.position(start);
        break;
      }
      if (!ended) {
        add(start, end);
      }
    }
    System.arraycopy(held, buffer.position(), held, 0, buffer.remaining());
    length = buffer.remaining();
  }

  /** Behind the row, or -1 when it is not all here. */
  private int endOfRow(ByteBuffer buffer) throws IOException {
    if (buffer.remaining() < Short.BYTES) {
      return -1;
    }
    int fields = buffer.getShort();
    if (fields == -1) {
      ended = true;
      return buffer.position();
    }
    for (int i = 0; i < fields; i++) {
      if (buffer.remaining() < Integer.BYTES) {
        return -1;
      }
      int size = Math.max(buffer.getInt(), 0); // -1 is null
      if (buffer.remaining() < size) {
        return -1;
      }
      buffer.position(buffer.position() + size);
    }
    return buffer.position();
  }

  private void add(int start, int end) {
    sha256.update(held, start, end - start);
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
    for (int lane = 0; lane < sum.length; lane++) {
      sum[lane] += hash.getLong();
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  long bytes() {
    return bytes;
  }

  String hex() {
    if (!ended) {
      throw new BackupException("the rows of a table ended before their end");
    }
    StringBuilder text = new StringBuilder();
    for (long lane : sum) {
      text.append(String.format(Locale.ROOT, "%016x", lane));
    }
    return text.toString();
  }
}
