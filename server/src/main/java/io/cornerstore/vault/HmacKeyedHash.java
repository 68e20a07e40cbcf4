package io.cornerstore.vault;

import io.cornerstore.vault.root.RootKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104), a key for each use. Each hash works on a clone of a prepared Mac: that
 * costs an eighth of setting the key anew and needs no state per thread.
 */
final class HmacKeyedHash implements KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern USE = Pattern.compile("[a-z][a-z0-9.-]{0,62}");

  private final RootKey root;
  private final Map<String, Mac> prepared = new ConcurrentHashMap<>();

  HmacKeyedHash(RootKey root) {
    this.root = root;
  }

  @Override
  public UUID full(String use, String text) {
    ByteBuffer hash = hash(use, text);
    return new UUID(hash.getLong(), hash.getLong());
  }

  @Override
  public long truncated(String use, String text, int bits) {
    if (bits < 1 || bits > 63) {
      throw new IllegalArgumentException("a truncated hash has 1 to 63 bits, not " + bits);
    }
    return hash(use, text).getLong() >>> (Long.SIZE - bits);
  }

  private ByteBuffer hash(String use, String text) {
    Mac template = prepared.get(use);
    if (template == null) {
      template = prepared.computeIfAbsent(use, this::prepare);
    }
    try {
      Mac mac = (Mac) template.clone();
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new VaultException("this JDK's HMAC cannot be cloned", e);
    }
  }

  private Mac prepare(String use) {
    if (!USE.matcher(use).matches()) {
      throw new IllegalArgumentException(
          "a use is 1 to 63 of a-z, 0-9, '.' and '-', starting with a letter; never a value");
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(root.derive("keyed-hash/" + use), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new VaultException("cannot prepare the keyed hash " + use, e);
    }
  }
}
