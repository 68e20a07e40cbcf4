package io.cornerstore.intake.feed;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.kernel.Sha256;
import io.cornerstore.tabular.TabularSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first 128 bits of a file's SHA-256: the same bytes under any name. */
final class Fingerprint {

  private Fingerprint() {}

  /** Null for a stream. */
  static @Nullable UUID of(TabularSource source) {
    Path file = Path.of(source.name());
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Sha256.begin();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      return new UUID(hash.getLong(), hash.getLong());
    } catch (IOException e) {
      throw new IntakeException("cannot read " + file, e);
    }
  }
}
