package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
  private final InstantSource time = now::get;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final SignInThrottle throttle = new SignInThrottle(clock);

  private void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address);
    }
  }

  @Test
  void wait_afterFiveFailures_doublesUpToAQuarterHour() {
    fail(4, "a", "192.0.2.1");
    assertThat(throttle.waitFor("a", "192.0.2.1")).isZero();
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
      throttle.failed("a", "192.0.2.1");
      assertThat(throttle.waitFor("a", "192.0.2.2")).isEqualTo(Duration.ofSeconds(seconds));
      pass(Duration.ofSeconds(seconds));
      assertThat(throttle.waitFor("a", "192.0.2.2")).isZero();
    }
    assertThat(throttle.waitFor("b", "192.0.2.2")).isZero();
  }

  @Test
  void wait_oneAddressManyNames_holdsTheAddress() {
    for (int i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
      throttle.failed("name" + i, "192.0.2.9");
    }
    assertThat(throttle.waitFor("another", "192.0.2.9")).isPositive();
    assertThat(throttle.waitFor("another", "192.0.2.8")).isZero();
  }

  @Test
  void wait_addressesOfOneIpv6Network_countAsOne() {
    for (int i = 0; i < SignInThrottle.FREE_PER_ADDRESS; i++) {
      throttle.failed("name" + i, "2001:db8:1:2::" + i);
    }
    assertThat(throttle.waitFor("another", "2001:db8:1:2:ffff::1")).isPositive();
    assertThat(throttle.waitFor("another", "2001:db8:1:3::1")).isZero();
  }

  @Test
  void success_forgetsTheAccount_butNotTheAddress() {
    fail(SignInThrottle.FREE_PER_ADDRESS, "a", "192.0.2.7");
    throttle.succeeded("a");
    assertThat(throttle.waitFor("a", "192.0.2.6")).isZero();
    assertThat(throttle.waitFor("a", "192.0.2.7")).isPositive();
  }

  @Test
  void failures_afterADay_areForgotten() {
    fail(30, "a", "192.0.2.5");
    pass(Duration.ofDays(1).plusSeconds(1));
    throttle.failed("a", "192.0.2.5");
    assertThat(throttle.waitFor("a", "192.0.2.5")).isZero();
  }

  @Test
  void memory_isBounded_longestUntouchedGoFirst() {
    fail(10, "first", "192.0.2.1");
    fail(10, "kept", "192.0.2.2");
    for (int i = 0; i < SignInThrottle.MOST_REMEMBERED - 1; i++) {
      throttle.failed("n" + i, "198.51.100." + i);
    }
    assertThat(throttle.waitFor("first", "203.0.113.1")).isZero();
    assertThat(throttle.waitFor("kept", "203.0.113.1")).isPositive();
  }
}
