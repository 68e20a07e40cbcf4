package io.cornerstore.vault.sealing;

import io.cornerstore.vault.root.RootKey;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of one subject and the id its sealed values carry. Prints nothing. */
public final class DataKey {

  private final int id;
  private final SecretKeySpec key;

  /** The key in 32 bytes from an offset on. */
  public DataKey(int id, byte[] bytes, int offset) {
    this.id = id;
    this.key = new SecretKeySpec(bytes, offset, RootKey.BYTES, "AES");
  }

  /** What stands in front of values sealed with it. */
  public int id() {
    return id;
  }

  /** The key for AES. */
  public SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "DataKey[•••]";
  }
}
