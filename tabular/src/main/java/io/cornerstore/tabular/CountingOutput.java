package io.cornerstore.tabular;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how many bytes were written. */
final class CountingOutput extends FilterOutputStream {
  private long written;

  CountingOutput(OutputStream out) {
    super(out);
  }

  long written() {
    return written;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    written++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    written += length;
  }
}
