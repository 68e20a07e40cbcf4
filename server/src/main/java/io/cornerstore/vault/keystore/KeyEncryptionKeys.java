package io.cornerstore.vault.keystore;

import com.google.crypto.tink.Aead;
import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.VaultException;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.sealing.DataKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that wrap subjects' keys: random, versioned, stored wrapped under the root. A root key
 * that is not the one they were wrapped under is refused here, before anything is read or written.
 */
public final class KeyEncryptionKeys {

  private static final int FIRST = 1;

  private final JdbcClient keys;
  private final Aead root;
  private final Map<Integer, Aead> byVersion = new ConcurrentHashMap<>();
  private final int current;

  private KeyEncryptionKeys(JdbcClient keys, RootKey root, int current) {
    this.keys = keys;
    this.root = RootKey.wrapping(root.derive("key-encryption"));
    this.current = current;
  }

  /** Whether the instance already holds keys, and so belongs to a root key. */
  static boolean present(JdbcClient keys) {
    return keys.sql("select exists (select from vault.key_encryption_key)")
        .query(Boolean.class)
        .single();
  }

  /** Makes the first key when there is none, and proves that the root opens the newest. */
  public static KeyEncryptionKeys open(JdbcClient keys, RootKey root, SecureRandom random) {
    if (!present(keys)) {
      byte[] fresh = new byte[RootKey.BYTES];
      random.nextBytes(fresh);
      keys.sql(
              """
              insert into vault.key_encryption_key (version, wrapped)
              values (:version, :wrapped) on conflict do nothing
              """)
          .param("version", FIRST)
          .param("wrapped", wrappedUnderRoot(root, FIRST, fresh))
          .update();
    }
    int newest =
        keys.sql("select max(version) from vault.key_encryption_key").query(Integer.class).single();
    var opened = new KeyEncryptionKeys(keys, root, newest);
    opened.byVersion(newest);
    return opened;
  }

  /** Version of the key new keys are wrapped under. */
  int current() {
    return current;
  }

  byte[] wrap(SubjectId subject, DataKey key) {
    try {
      return byVersion(current)
          .encrypt(key.key().getEncoded(), associated(subject, key.id(), current));
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot wrap the key of subject " + subject, e);
    }
  }

  byte[] unwrap(SubjectId subject, int keyId, int version, byte[] wrapped) {
    try {
      return byVersion(version).decrypt(wrapped, associated(subject, keyId, version));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the stored key of subject " + subject + " is damaged or was moved there", e);
    }
  }

  private Aead byVersion(int version) {
    return byVersion.computeIfAbsent(version, this::load);
  }

  private Aead load(int version) {
    byte[] wrapped =
        keys.sql("select wrapped from vault.key_encryption_key where version = :version")
            .param("version", version)
            .query(byte[].class)
            .optional()
            .orElseThrow(() -> new VaultException("key-encryption key " + version + " is missing"));
    try {
      return RootKey.wrapping(root.decrypt(wrapped, named(version)));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "this root key is not the one the stored keys are wrapped under."
              + " Maybe cornerstore.vault.root-key-file points to another installation's file?",
          e);
    }
  }

  private static byte[] wrappedUnderRoot(RootKey root, int version, byte[] key) {
    try {
      return RootKey.wrapping(root.derive("key-encryption")).encrypt(key, named(version));
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot wrap the key-encryption key", e);
    }
  }

  private static byte[] named(int version) {
    return ("key-encryption-key " + version).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] associated(SubjectId subject, int keyId, int version) {
    return ByteBuffer.allocate(24)
        .putLong(subject.value().getMostSignificantBits())
        .putLong(subject.value().getLeastSignificantBits())
        .putInt(keyId)
        .putInt(version)
        .array();
  }
}
