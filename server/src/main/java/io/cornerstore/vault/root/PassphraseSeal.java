package io.cornerstore.vault.root;

import io.cornerstore.vault.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Seals the root key under a passphrase: Argon2id (RFC 9106), then XAES-256-GCM.
 *
 * <p>Form: 8 bytes mark, 4 bytes KiB of memory, 4 bytes passes, 16 bytes salt, the sealed key; all
 * before the sealed key is its associated data.
 */
final class PassphraseSeal {

  private static final byte[] MARK = "CSROOT01".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_BYTES = 16;
  private static final int HEAD_BYTES = MARK.length + 4 + 4 + SALT_BYTES;
  private static final int MEMORY_KIB = 64 * 1024;
  private static final int PASSES = 3;
  private static final int MOST_MEMORY_KIB = 1024 * 1024;
  private static final int MOST_PASSES = 100;

  private final String passphrase;
  private final SecureRandom random;

  PassphraseSeal(String passphrase, SecureRandom random) {
    this.passphrase = passphrase;
    this.random = random;
  }

  static boolean sealed(byte[] content) {
    return content.length > HEAD_BYTES
        && ByteBuffer.wrap(content, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
  }

  byte[] seal(byte[] key) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] head =
        ByteBuffer.allocate(HEAD_BYTES)
            .put(MARK)
            .putInt(MEMORY_KIB)
            .putInt(PASSES)
            .put(salt)
            .array();
    try {
      byte[] sealed = RootKey.wrapping(derived(salt, MEMORY_KIB, PASSES)).encrypt(key, head);
      return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot seal the root key", e);
    }
  }

  byte[] open(byte[] content, Path file) {
    ByteBuffer in = ByteBuffer.wrap(content);
    byte[] head = new byte[HEAD_BYTES];
    in.get(head);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    ByteBuffer fields = ByteBuffer.wrap(head, MARK.length, HEAD_BYTES - MARK.length);
    int memory = fields.getInt();
    int passes = fields.getInt();
    byte[] salt = new byte[SALT_BYTES];
    fields.get(salt);
    if (memory < 8 || memory > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
      throw new VaultException("the root key in " + file + " is damaged. Maybe restore its copy?");
    }
    try {
      return RootKey.wrapping(derived(salt, memory, passes)).decrypt(sealed, head);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the passphrase does not open the root key in " + file + ", or the file is damaged", e);
    }
  }

  private byte[] derived(byte[] salt, int memory, int passes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] key = new byte[RootKey.BYTES];
    generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
    return key;
  }
}
