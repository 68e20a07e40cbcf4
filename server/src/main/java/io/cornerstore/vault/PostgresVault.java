package io.cornerstore.vault;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.keystore.KeyCache;
import io.cornerstore.vault.keystore.SubjectKeys;
import io.cornerstore.vault.sealing.CipherDesks;
import io.cornerstore.vault.sealing.DataKey;
import io.cornerstore.vault.sealing.SubjectKeyring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keys from the cache, else from the database. A key destroyed by another process may still be in
 * this one's cache for {@link KeyCache#KEPT}.
 */
final class PostgresVault implements Vault {

  private final SubjectKeys stored;
  private final KeyCache cache;
  private final CipherDesks desks;

  /** Loading shares it, shredding has it alone: a key read before cannot be cached after. */
  private final ReadWriteLock shredding = new ReentrantReadWriteLock();

  PostgresVault(SubjectKeys stored, KeyCache cache, CipherDesks desks) {
    this.stored = stored;
    this.cache = cache;
    this.desks = desks;
  }

  @Override
  public Keyring sealing(Collection<SubjectId> subjects) {
    return keyring(subjects, true);
  }

  @Override
  public Keyring opening(Collection<SubjectId> subjects, UnsealPermit permit) {
    if (permit.purpose().code().isEmpty()) {
      throw new VaultException("a permit without a purpose opens nothing");
    }
    return keyring(subjects, false);
  }

  @Override
  public void shred(Collection<SubjectId> subjects) {
    shredding.writeLock().lock();
    try {
      stored.delete(subjects);
      subjects.forEach(cache::remove);
    } finally {
      shredding.writeLock().unlock();
    }
  }

  private Keyring keyring(Collection<SubjectId> subjects, boolean making) {
    Map<SubjectId, DataKey> keys = HashMap.newHashMap(subjects.size());
    List<SubjectId> missing = new ArrayList<>();
    for (SubjectId subject : subjects) {
      DataKey cached = cache.find(subject);
      if (cached == null) {
        missing.add(subject);
      } else {
        keys.put(subject, cached);
      }
    }
    if (!missing.isEmpty()) {
      shredding.readLock().lock();
      try {
        add(stored.load(missing), keys);
        if (making) {
          missing.removeIf(keys::containsKey);
          add(stored.make(missing), keys);
        }
      } finally {
        shredding.readLock().unlock();
      }
    }
    return new SubjectKeyring(keys, desks);
  }

  private void add(List<SubjectKeys.Opened> loaded, Map<SubjectId, DataKey> keys) {
    for (SubjectKeys.Opened opened : loaded) {
      cache.put(opened.subject(), opened.key());
      keys.put(opened.subject(), opened.key());
    }
  }
}
