package io.cornerstore.vault.sealing;

import io.cornerstore.vault.VaultException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One AES-256-GCM cipher and a store of random nonces: making either anew for each value would cost
 * more than the sealing. Used by one thread at a time.
 *
 * <p>Nonces are 96 random bits per message, never a counter, so two processes may seal under one
 * key; NIST SP 800-38D allows 2^32 messages a key so, far beyond the values of one subject.
 */
final class CipherDesk {

  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;
  private static final int NONCES = 256;

  private final Cipher cipher;
  private final SecureRandom random;
  private final byte[] nonces = new byte[NONCES * NONCE_BYTES];
  private int position = nonces.length;

  CipherDesk(SecureRandom random) {
    this.random = random;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new VaultException("this JDK has no AES-GCM", e);
    }
  }

  /** Writes nonce, ciphertext and tag behind the head of {@code sealed}. */
  void seal(SecretKey key, byte[] associated, byte[] plain, byte[] sealed) {
    if (position == nonces.length) {
      random.nextBytes(nonces);
      position = 0;
    }
    int nonce = position;
    position += NONCE_BYTES;
    System.arraycopy(nonces, nonce, sealed, SubjectKeyring.HEAD_BYTES, NONCE_BYTES);
    try {
      cipher.init(
          Cipher.ENCRYPT_MODE,
          key,
          new GCMParameterSpec(TAG_BYTES * 8, nonces, nonce, NONCE_BYTES));
      cipher.updateAAD(associated);
      cipher.doFinal(plain, 0, plain.length, sealed, SubjectKeyring.HEAD_BYTES + NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot seal a value", e);
    }
  }

  /** What was sealed; throws AEADBadTagException when key, associated data or a bit is wrong. */
  byte[] open(SecretKey key, byte[] associated, byte[] sealed) throws AEADBadTagException {
    int start = SubjectKeyring.HEAD_BYTES + NONCE_BYTES;
    try {
      cipher.init(
          Cipher.DECRYPT_MODE,
          key,
          new GCMParameterSpec(TAG_BYTES * 8, sealed, SubjectKeyring.HEAD_BYTES, NONCE_BYTES));
      cipher.updateAAD(associated);
      return cipher.doFinal(sealed, start, sealed.length - start);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot open a value", e);
    }
  }
}
