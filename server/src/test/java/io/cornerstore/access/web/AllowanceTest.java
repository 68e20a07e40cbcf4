package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000); // wraps, as clocks may
  private final Allowance allowance = new Allowance(5, now::get);

  private int granted(String key, int asked) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      granted += allowance.take(key).isZero() ? 1 : 0;
    }
    return granted;
  }

  private void pass(Duration duration) {
    now.addAndGet(duration.toNanos());
  }

  @Test
  void take_moreThanTenSecondsWorth_isRefusedWithTheTimeToWait() {
    assertThat(granted("key", 50)).isEqualTo(50);

    Duration wait = allowance.take("key");

    assertThat(wait).isEqualTo(Duration.ofMillis(200));
    pass(wait);
    assertThat(granted("key", 10)).isEqualTo(1);
  }

  @Test
  void take_atTheRate_isNeverRefused() {
    for (int second = 0; second < 1_000; second++) {
      assertThat(granted("key", 5)).isEqualTo(5);
      pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void take_afterAnyPause_isNoMoreThanTheBurst() {
    granted("key", 1_000);
    pass(Duration.ofDays(30));
    assertThat(granted("key", 1_000)).isEqualTo(50);
  }

  @Test
  void take_ofAnotherKey_isItsOwn() {
    granted("key", 1_000);
    assertThat(granted("other", 1_000)).isEqualTo(50);
  }

  @Test
  void take_withoutLimit_isNeverRefused() {
    Allowance any = new Allowance(0, now::get);
    for (int i = 0; i < 10_000; i++) {
      assertThat(any.take("key")).isZero();
    }
  }

  @Test
  void take_byManyAtOnce_grantsNotOneTooMany() throws InterruptedException {
    AtomicInteger granted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(Thread.ofPlatform().start(() -> granted.addAndGet(granted("key", 1_000))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(granted).hasValue(50);
  }
}
