package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Text of another charset as UTF-8; malformed bytes become U+FFFD. */
final class TranscodedInput extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[1 << 14];
  private int held;
  private byte[] encoded = {};
  private int position;

  TranscodedInput(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? encoded[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, encoded.length - position);
    System.arraycopy(encoded, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (position == encoded.length) {
      int count = reader.read(chars, held, chars.length - held);
      int end = held + Math.max(0, count);
      if (end == 0) {
        return false;
      }
      // half of a surrogate pair waits for its other half
      held = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
      encoded = new String(chars, 0, end - held).getBytes(UTF_8);
      position = 0;
      if (held > 0) {
        chars[0] = chars[end - 1];
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
