package io.cornerstore.vault;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of one subject and the id its sealed values carry. Prints nothing. */
final class DataKey {

  private final int id;
  private final SecretKeySpec key;

  DataKey(int id, byte[] bytes, int offset) {
    this.id = id;
    this.key = new SecretKeySpec(bytes, offset, RootKey.BYTES, "AES");
  }

  int id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "DataKey[•••]";
  }
}
