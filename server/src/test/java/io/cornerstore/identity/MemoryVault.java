package io.cornerstore.identity;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.Keyring;
import io.cornerstore.vault.UnsealPermit;
import io.cornerstore.vault.Vault;
import io.cornerstore.vault.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Seals by a visible seal that still binds subject and place; keys can be destroyed. */
final class MemoryVault implements Vault {

  private final Set<SubjectId> keys = ConcurrentHashMap.newKeySet();
  private final Set<SubjectId> shredded = ConcurrentHashMap.newKeySet();

  @Override
  public Keyring sealing(Collection<SubjectId> subjects) {
    keys.addAll(subjects);
    return new Ring();
  }

  @Override
  public Keyring opening(Collection<SubjectId> subjects, UnsealPermit permit) {
    return new Ring();
  }

  @Override
  public void shred(Collection<SubjectId> subjects) {
    shredded.addAll(subjects);
  }

  private final class Ring implements Keyring {

    @Override
    public boolean has(SubjectId subject) {
      return keys.contains(subject) && !shredded.contains(subject);
    }

    @Override
    public byte[] seal(SubjectId subject, String place, byte[] plain) {
      if (!has(subject)) {
        throw new VaultException("no key for " + subject);
      }
      byte[] label = label(subject, place);
      byte[] sealed =
          ByteBuffer.allocate(1 + label.length + plain.length)
              .put((byte) label.length)
              .put(label)
              .put(plain)
              .array();
      for (int i = 0; i < sealed.length; i++) {
        sealed[i] ^= 0x5a;
      }
      return sealed;
    }

    @Override
    public byte[] open(SubjectId subject, String place, byte[] sealed) {
      byte[] open = sealed.clone();
      for (int i = 0; i < open.length; i++) {
        open[i] ^= 0x5a;
      }
      byte[] label = label(subject, place);
      if (!has(subject) || !Arrays.equals(label, Arrays.copyOfRange(open, 1, 1 + open[0]))) {
        throw new VaultException("cannot open for " + subject);
      }
      return Arrays.copyOfRange(open, 1 + label.length, open.length);
    }

    private byte[] label(SubjectId subject, String place) {
      return (subject + place).getBytes(StandardCharsets.UTF_8);
    }
  }
}
