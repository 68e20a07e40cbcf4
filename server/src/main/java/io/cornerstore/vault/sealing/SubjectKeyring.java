package io.cornerstore.vault.sealing;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/**
 * Keys held for the work at hand. Associated data: version, key id, subject, place; the first three
 * have fixed lengths, so no two places can be read as one.
 */
public final class SubjectKeyring implements Keyring {

  static final byte VERSION = 1;
  static final int HEAD_BYTES = 5;
  private static final int LEAST_BYTES = HEAD_BYTES + CipherDesk.NONCE_BYTES + CipherDesk.TAG_BYTES;

  private final Map<SubjectId, DataKey> keys;
  private final CipherDesks desks;

  /** A ring of exactly these keys. */
  public SubjectKeyring(Map<SubjectId, DataKey> keys, CipherDesks desks) {
    this.keys = keys;
    this.desks = desks;
  }

  @Override
  public boolean has(SubjectId subject) {
    return keys.containsKey(subject);
  }

  @Override
  public byte[] seal(SubjectId subject, String place, byte[] plain) {
    DataKey key = key(subject);
    byte[] sealed = new byte[LEAST_BYTES + plain.length];
    putHead(sealed, key.id());
    byte[] associated = associated(subject, place, key.id());
    CipherDesk desk = desks.take();
    desk.seal(key.key(), associated, plain, sealed);
    desks.give(desk);
    return sealed;
  }

  @Override
  public byte[] open(SubjectId subject, String place, byte[] sealed) {
    DataKey key = key(subject);
    if (sealed.length < LEAST_BYTES || sealed[0] != VERSION) {
      throw refused(subject, place, "is not in a form this version knows");
    }
    if (ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt() != key.id()) {
      throw refused(subject, place, "was sealed under a key that is gone");
    }
    CipherDesk desk = desks.take();
    try {
      return desk.open(key.key(), associated(subject, place, key.id()), sealed);
    } catch (AEADBadTagException _) {
      // The cause would add nothing but a stack of the cipher.
      throw refused(subject, place, "was changed, or was sealed for another place");
    } finally {
      desks.give(desk);
    }
  }

  private DataKey key(SubjectId subject) {
    DataKey key = keys.get(subject);
    if (key == null) {
      throw new VaultException("the key of subject " + subject + " is not on this keyring");
    }
    return key;
  }

  private static VaultException refused(SubjectId subject, String place, String why) {
    return new VaultException("the value of subject " + subject + " at " + place + " " + why);
  }

  private static void putHead(byte[] sealed, int keyId) {
    ByteBuffer.wrap(sealed).put(VERSION).putInt(keyId);
  }

  private static byte[] associated(SubjectId subject, String place, int keyId) {
    byte[] name = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEAD_BYTES + 16 + name.length)
        .put(VERSION)
        .putInt(keyId)
        .putLong(subject.value().getMostSignificantBits())
        .putLong(subject.value().getLeastSignificantBits())
        .put(name)
        .array();
  }

  @Override
  public String toString() {
    return "Keyring[" + keys.size() + " keys]";
  }
}
