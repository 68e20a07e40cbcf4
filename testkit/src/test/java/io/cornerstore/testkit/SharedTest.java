package io.cornerstore.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedTest {

  private static final AtomicInteger BEGUN = new AtomicInteger();
  private static final AtomicInteger ENDED = new AtomicInteger();
  private static final Shared<Hall> HALL = Shared.of(Hall.class, Hall::new);

  /** Counts its instances. */
  static final class Hall implements AutoCloseable {

    Hall() {
      BEGUN.incrementAndGet();
    }

    @Override
    public void close() {
      ENDED.incrementAndGet();
    }
  }

  @AfterAll
  static void open() {
    assertThat(ENDED).hasValue(0);
  }

  @Nested
  class One {

    @RegisterExtension static final Shared<Hall> SHARED = HALL;

    One(Hall hall) {
      assertThat(hall).isNotNull();
    }

    @Test
    void shared_inOneClass_isBegunOnce() {
      assertThat(BEGUN).hasValue(1);
    }
  }

  @Nested
  class Other {

    @RegisterExtension static final Shared<Hall> SHARED = HALL;

    Other(Hall hall) {
      assertThat(hall).isNotNull();
    }

    @Test
    void shared_inAnotherClass_isTheSame() {
      assertThat(BEGUN).hasValue(1);
    }
  }
}
