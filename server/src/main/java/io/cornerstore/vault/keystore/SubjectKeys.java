package io.cornerstore.vault.keystore;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.root.RootKey;
import io.cornerstore.vault.sealing.DataKey;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of wrapped keys. Each statement is a transaction of its own, durable when it returns.
 * Batches go to the database sorted, so that two processes cannot wait for each other in a circle.
 */
public final class SubjectKeys {

  /** Rows a statement: large enough that a round trip is nothing, small enough for the memory. */
  private static final int BATCH = 10_000;

  private final JdbcClient keys;
  private final KeyEncryptionKeys wrapping;
  private final SecureRandom random;

  /** Keys in that instance, new ones drawn from {@code random}. */
  public SubjectKeys(JdbcClient keys, KeyEncryptionKeys wrapping, SecureRandom random) {
    this.keys = keys;
    this.wrapping = wrapping;
    this.random = random;
  }

  /** A key in the open, on its way to cache and keyring. */
  public record Opened(SubjectId subject, DataKey key) {}

  /** The keys there are; a subject without one is left out. */
  public List<Opened> load(Collection<SubjectId> subjects) {
    List<Opened> found = new ArrayList<>(subjects.size());
    for (List<SubjectId> batch : batches(subjects)) {
      found.addAll(
          keys.sql(
                  """
                  select found.subject, found.key_id, found.kek, found.wrapped
                  from unnest(:subjects) asked (subject)
                  cross join lateral (
                    select subject, key_id, kek, wrapped from vault.subject_key
                    where subject_key.subject = asked.subject
                    limit 1) found -- a probe each, also under a plan made for an empty table
                  """)
              .param("subjects", uuids(batch))
              .query(this::opened)
              .list());
    }
    return found;
  }

  /** Makes a key for each subject that has none, and returns the keys that count for all. */
  public List<Opened> make(Collection<SubjectId> subjects) {
    List<Opened> made = new ArrayList<>(subjects.size());
    for (List<SubjectId> batch : batches(subjects)) {
      List<Opened> fresh = batch.stream().map(this::fresh).toList();
      Collection<UUID> won = insert(fresh);
      List<SubjectId> lost = new ArrayList<>();
      for (Opened key : fresh) {
        if (won.contains(key.subject().value())) {
          made.add(key);
        } else {
          lost.add(key.subject());
        }
      }
      if (!lost.isEmpty()) {
        made.addAll(load(lost));
      }
    }
    return made;
  }

  /** Deletes the keys of these subjects. */
  public void delete(Collection<SubjectId> subjects) {
    for (List<SubjectId> batch : batches(subjects)) {
      keys.sql("delete from vault.subject_key where subject = any(:subjects)")
          .param("subjects", uuids(batch))
          .update();
    }
  }

  private Collection<UUID> insert(List<Opened> fresh) {
    return keys.sql(
            """
            insert into vault.subject_key (subject, key_id, kek, wrapped)
            select subject, key_id, :kek, wrapped
            from unnest(:subjects, :ids, :wrapped) fresh (subject, key_id, wrapped)
            on conflict do nothing
            returning subject
            """)
        .param("kek", wrapping.current())
        .param("subjects", fresh.stream().map(key -> key.subject().value()).toArray(UUID[]::new))
        .param("ids", fresh.stream().mapToInt(opened -> opened.key().id()).toArray())
        .param(
            "wrapped",
            fresh.stream()
                .map(opened -> wrapping.wrap(opened.subject(), opened.key()))
                .toArray(byte[][]::new))
        .query((row, _) -> row.getObject("subject", UUID.class))
        .set();
  }

  private Opened fresh(SubjectId subject) {
    byte[] key = new byte[RootKey.BYTES];
    random.nextBytes(key);
    return new Opened(subject, new DataKey(random.nextInt(), key, 0));
  }

  private Opened opened(ResultSet row, int index) throws SQLException {
    SubjectId subject = new SubjectId(row.getObject("subject", UUID.class));
    int keyId = row.getInt("key_id");
    byte[] key = wrapping.unwrap(subject, keyId, row.getInt("kek"), row.getBytes("wrapped"));
    return new Opened(subject, new DataKey(keyId, key, 0));
  }

  private static List<List<SubjectId>> batches(Collection<SubjectId> subjects) {
    List<SubjectId> sorted = subjects.stream().distinct().sorted().toList();
    List<List<SubjectId>> batches = new ArrayList<>();
    for (int start = 0; start < sorted.size(); start += BATCH) {
      batches.add(sorted.subList(start, Math.min(start + BATCH, sorted.size())));
    }
    return batches;
  }

  private static UUID[] uuids(List<SubjectId> subjects) {
    return subjects.stream().map(SubjectId::value).toArray(UUID[]::new);
  }
}
