package io.cornerstore.vault.root;

import io.cornerstore.vault.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file the root key is kept in: 32 bytes, or the same sealed under a passphrase. Only its owner
 * may read it. Making it is atomic: of two processes that start at once both use the one that won.
 */
public final class RootKeyFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final @Nullable PassphraseSeal seal;
  private final SecureRandom random;

  /** A file at that path; a null or empty passphrase means the key is kept as it is. */
  public RootKeyFile(Path file, @Nullable String passphrase, SecureRandom random) {
    this.file = file.toAbsolutePath().normalize();
    this.seal =
        passphrase == null || passphrase.isEmpty() ? null : new PassphraseSeal(passphrase, random);
    this.random = random;
  }

  /** Whether there is a root key already. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Reads the key, sealing a plain file under the passphrase when one is given now. */
  public RootKey read() {
    try {
      requireOwnerOnly();
      byte[] content = Files.readAllBytes(file);
      if (PassphraseSeal.sealed(content)) {
        if (seal == null) {
          throw new VaultException(
              "the root key in "
                  + file
                  + " is sealed under a passphrase. Maybe set cornerstore.vault.passphrase?");
        }
        return new RootKey(seal.open(content, file));
      }
      RootKey key = new RootKey(content);
      if (seal != null) {
        replace(seal.seal(content));
      }
      return key;
    } catch (IOException e) {
      throw new VaultException("cannot read the root key in " + file, e);
    }
  }

  /** Makes the file with a new random key unless another process was first, then reads it. */
  public RootKey make() {
    byte[] key = new byte[RootKey.BYTES];
    random.nextBytes(key);
    try {
      Files.createDirectories(folder());
      Path fresh = written(seal == null ? key : seal.seal(key));
      try {
        Files.createLink(file, fresh);
        synchronizeFolder();
      } catch (FileAlreadyExistsException _) {
        // The other process won: its key is the root.
      } finally {
        Files.delete(fresh);
      }
    } catch (IOException e) {
      throw new VaultException("cannot make the root key in " + file, e);
    }
    return read();
  }

  private void replace(byte[] content) throws IOException {
    Files.move(written(content), file, StandardCopyOption.ATOMIC_MOVE);
    synchronizeFolder();
  }

  /** A file beside the right one, on disk before this returns. */
  private Path written(byte[] content) throws IOException {
    Path fresh =
        posix()
            ? Files.createTempFile(
                folder(), "root", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
            : Files.createTempFile(folder(), "root", ".new");
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return fresh;
  }

  private void synchronizeFolder() throws IOException {
    if (posix()) {
      try (FileChannel channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Path folder() {
    Path folder = file.getParent();
    return folder == null ? file.getFileSystem().getPath(".") : folder;
  }

  private void requireOwnerOnly() throws IOException {
    if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new VaultException(
          "others may read the root key in " + file + ". Maybe run: chmod 600 " + file);
    }
  }

  private boolean posix() throws IOException {
    return Files.getFileStore(folder()).supportsFileAttributeView(PosixFileAttributeView.class);
  }
}
