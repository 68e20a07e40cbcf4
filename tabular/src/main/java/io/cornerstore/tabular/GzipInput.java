package io.cornerstore.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) of any number of members, checks their checksums, and refuses to
 * expand without bound. Unlike {@link java.util.zip.GZIPInputStream} it reads on whatever the
 * stream below says is available, and what follows a member must be another one or zero padding: no
 * data are lost in silence.
 */
final class GzipInput extends InputStream {
  /** Small inputs may expand by any ratio: headers and runs of blanks do no harm. */
  private static final long RATIO_GRACE_BYTES = 64L << 20;

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final TabularLimits limits;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long consumed;
  private long produced;
  private boolean inMember;
  private boolean finished;

  GzipInput(InputStream in, TabularLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!finished) {
      if (!inMember) {
        openMember();
        continue;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        return count;
      }
      if (inflater.finished()) {
        closeMember();
      } else {
        refill();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      if (inflater.needsDictionary()) {
        throw new DamagedInput("the gzip data need a dictionary");
      }
      checksum.update(target, offset, count);
      produced += count;
      checkBounds();
      return count;
    } catch (DataFormatException e) {
      DamagedInput damaged = new DamagedInput("the gzip data are damaged");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void checkBounds() throws DamagedInput {
    if (produced > limits.inflatedBytes()) {
      throw new DamagedInput("expands to more than " + limits.inflatedBytes() + " bytes");
    }
    long taken = consumed - inflater.getRemaining();
    if (produced > RATIO_GRACE_BYTES && produced / limits.inflationRatio() > taken) {
      throw new DamagedInput(
          "expands to more than " + limits.inflationRatio() + " times its compressed size");
    }
  }

  private void refill() throws IOException {
    if (!fill()) {
      throw new DamagedInput("ends in the middle of the gzip data");
    }
    inflater.setInput(buffer, 0, end);
    position = end;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer));
    consumed += end;
    return end > 0;
  }

  private void openMember() throws IOException {
    if (consumed > 0) {
      int padding = next();
      while (padding == 0) {
        padding = next();
      }
      if (padding < 0) {
        finished = true;
        return;
      }
      position--;
    }
    if (need() != 0x1f || need() != 0x8b || need() != 8) {
      throw new DamagedInput("bytes behind the gzip data are no gzip data");
    }
    readHeader();
    inflater.reset();
    checksum.reset();
    inflater.setInput(buffer, position, end - position);
    position = end;
    inMember = true;
  }

  private void readHeader() throws IOException {
    int flags = need();
    if ((flags & RESERVED) != 0) {
      throw new DamagedInput("the gzip header has unknown flags");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void closeMember() throws IOException {
    position = end - inflater.getRemaining();
    long expected = need32();
    long size = need32();
    if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new DamagedInput("the gzip data do not match their checksum");
    }
    inMember = false;
  }

  private long need32() throws IOException {
    return need() | (long) need() << 8 | (long) need() << 16 | (long) need() << 24;
  }

  private void skipText() throws IOException {
    while (need() != 0) {}
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      need();
    }
  }

  private int need() throws IOException {
    int b = next();
    if (b < 0) {
      throw new DamagedInput("ends in the middle of the gzip data");
    }
    return b;
  }

  private int next() throws IOException {
    if (position == end && !fill()) {
      return -1;
    }
    return buffer[position++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
