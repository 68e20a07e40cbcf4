package io.cornerstore.cli.backup;

import io.cornerstore.kernel.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of what passes through a stream, and how much it was. */
final class Checksum extends FilterOutputStream {

  private final MessageDigest digest = Sha256.begin();
  private long bytes;

  Checksum(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    digest.update((byte) value);
    bytes++;
    out.write(value);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    digest.update(from, start, length);
    bytes += length;
    out.write(from, start, length);
  }

  long bytes() {
    return bytes;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(Sha256.begin().digest(content));
  }

  static String of(Path file) throws IOException {
    Checksum checksum = new Checksum(OutputStream.nullOutputStream());
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(checksum);
    }
    return checksum.hex();
  }
}
