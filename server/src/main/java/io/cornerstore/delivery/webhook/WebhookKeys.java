package io.cornerstore.delivery.webhook;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.cornerstore.vault.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Standard Webhooks 1.0.0 over {@code id.timestamp.body}: {@code v1} is HMAC-SHA-256
 * with 32 bytes, {@code v1a} Ed25519. Keys are derived from the installation's root by the
 * endpoint's id and the number of the key: the database holds none. Thread-safe.
 */
public final class WebhookKeys {

  private static final String HMAC = "HmacSHA256";

  private final KeyedHash hash;

  /** Over the vault's hashes. */
  public WebhookKeys(KeyedHash hash) {
    this.hash = hash;
  }

  /** What a receiver checks with. */
  String shown(UUID endpoint, int number, String signing) {
    byte[] key = key(endpoint, number, signing);
    if (!signing.equals("v1a")) {
      return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
    try {
      return "whpk_"
          + Base64.getEncoder()
              .encodeToString(Ed25519Sign.KeyPair.newKeyPairFromSeed(key).getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("32 bytes are a seed of Ed25519", e);
    }
  }

  /** One signature with its version. */
  String sign(UUID endpoint, int number, String signing, Signed content) {
    byte[] key = key(endpoint, number, signing);
    return signing.equals("v1a") ? asymmetric(key, content) : symmetric(key, content);
  }

  /**
   * What is signed.
   *
   * @param timestamp seconds since 1970
   */
  record Signed(String id, long timestamp, String body) {
    byte[] bytes() {
      return (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    }
  }

  static String symmetric(byte[] key, Signed content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  static String asymmetric(byte[] seed, Signed content) {
    try {
      byte[] secret = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPrivateKey();
      return "v1a,"
          + Base64.getEncoder().encodeToString(new Ed25519Sign(secret).sign(content.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("32 bytes are a seed of Ed25519", e);
    }
  }

  private byte[] key(UUID endpoint, int number, String signing) {
    String name = signing + "/" + endpoint + "/" + number;
    UUID first = hash.full("webhook", name + "/a");
    UUID second = hash.full("webhook", name + "/b");
    return ByteBuffer.allocate(32)
        .putLong(first.getMostSignificantBits())
        .putLong(first.getLeastSignificantBits())
        .putLong(second.getMostSignificantBits())
        .putLong(second.getLeastSignificantBits())
        .array();
  }
}
