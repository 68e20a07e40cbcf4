package io.cornerstore.vault.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.kernel.SubjectId;
import io.cornerstore.vault.sealing.DataKey;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000);
  private final KeyCache cache = new KeyCache(time::get);
  private final Random random = new Random(11);

  private SubjectId subject() {
    return new SubjectId(new UUID(random.nextLong(), random.nextLong()));
  }

  private DataKey key(int id) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new DataKey(id, bytes, 0);
  }

  @Test
  void find_afterPut_givesTheKey_untilRemoved() {
    SubjectId subject = subject();
    DataKey key = key(5);
    cache.put(subject, key);

    assertThat(cache.find(subject))
        .isNotNull()
        .satisfies(found -> assertThat(found.id()).isEqualTo(5))
        .satisfies(found -> assertThat(found.key()).isEqualTo(key.key()));
    assertThat(cache.find(subject())).isNull();
    cache.remove(subject);
    assertThat(cache.find(subject)).isNull();
  }

  @Test
  void find_afterFiveMinutes_nothing_evenAcrossTheWrapOfTheClock() {
    SubjectId subject = subject();
    cache.put(subject, key(1));
    time.addAndGet(KeyCache.KEPT.toNanos() - 1);
    assertThat(cache.find(subject)).isNotNull();
    time.incrementAndGet();
    assertThat(cache.find(subject)).isNull();
  }

  @Test
  void sweep_dropsWhatIsOver_andOnlyThat() {
    SubjectId old = subject();
    SubjectId young = subject();
    cache.put(old, key(1));
    time.addAndGet(KeyCache.KEPT.toNanos() / 2);
    cache.put(young, key(2));
    time.addAndGet(KeyCache.KEPT.toNanos() / 2);
    cache.sweep();
    assertThat(cache.find(young)).isNotNull();
    time.addAndGet(-1);
    assertThat(cache.find(old)).isNull();
  }

  @Test
  void put_farMoreThanFit_keepsTheNewestAndNeverMixesThemUp() {
    int many = 500_000;
    SubjectId[] subjects = new SubjectId[many];
    for (int i = 0; i < many; i++) {
      subjects[i] = subject();
      time.incrementAndGet();
      cache.put(subjects[i], new DataKey(i, new byte[32], 0));
    }
    int kept = 0;
    for (int i = 0; i < many; i++) {
      DataKey found = cache.find(subjects[i]);
      if (found != null) {
        kept++;
        assertThat(found.id()).isEqualTo(i);
      }
    }
    assertThat(kept).isBetween(120_000, 131_072);
    assertThat(cache.find(subjects[many - 1])).isNotNull();
  }
}
