package io.cornerstore.vault.root;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.aead.subtle.XAesGcmAead;
import com.google.crypto.tink.util.SecretBytes;
import io.cornerstore.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The installation's root: 32 random bytes from which every other key that is not random is derived
 * (HKDF-SHA-256, RFC 5869). Prints nothing.
 */
public final class RootKey {

  /** Length of the root and of every key derived from it. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  /** A root of exactly 32 bytes; throws {@link VaultException} for any other number. */
  public RootKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new VaultException("a root key has 32 bytes, this one has " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** 32 bytes for one use; uses are unrelated to each other and to the root. */
  public byte[] derive(String use) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(bytes)
                  .thenExpand(("cornerstore/v1/" + use).getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot derive a key for " + use, e);
    }
  }

  /**
   * A cipher for long-lived keys: XAES-256-GCM, whose 192-bit nonces may be drawn at random for any
   * number of messages.
   */
  @AccessesPartialKey
  @LowLevelCryptoCaller
  public static Aead wrapping(byte[] key) {
    try {
      return XAesGcmAead.create(
          XAesGcmKey.create(
              XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12),
              SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()),
              null));
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot use a wrapping key", e);
    }
  }

  @Override
  public String toString() {
    return "RootKey[•••]";
  }
}
