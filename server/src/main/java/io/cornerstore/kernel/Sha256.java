package io.cornerstore.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

  private Sha256() {}

  /** A digest of nothing yet; for one thread. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of a text in UTF-8. */
  public static byte[] of(String text) {
    return begin().digest(text.getBytes(UTF_8));
  }

  /** The same in 64 hexadecimal digits, small letters. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}
