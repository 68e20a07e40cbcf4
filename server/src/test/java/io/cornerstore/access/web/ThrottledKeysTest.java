package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKey;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.access.PresentedKeys.Outcome;
import io.cornerstore.kernel.SourceSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThrottledKeysTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
  private final InstantSource time = now::get;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final Known known = new Known();
  private final ThrottledKeys keys = new ThrottledKeys(known, clock);

  /** Two secrets that work until they are disabled. */
  private static final class Known implements ApiKeys {
    private final Set<String> secrets = new HashSet<>(Set.of("good", "fine"));
    private int lookups;

    @Override
    public Optional<ApiKey> find(String secret) {
      lookups++;
      return secrets.contains(secret)
          ? Optional.of(new ApiKey(secret, null, Set.of(ApiScope.SERVICE)))
          : Optional.empty();
    }

    @Override
    public String issue(
        Actor by, String name, @Nullable SourceSystem source, Set<ApiScope> scopes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void disable(Actor by, String name) {
      secrets.remove(name);
    }

    @Override
    public List<ApiKey> list() {
      return List.of();
    }

    @Override
    public List<Issued> issued() {
      return List.of();
    }
  }

  private void guess(int times, String address) {
    for (int i = 0; i < times; i++) {
      keys.present("guess" + i, address);
    }
  }

  @Test
  void present_manyUnknownKeys_waitLongerEachTime_andAreNotLookedUp() {
    guess(ThrottledKeys.FREE_PER_ADDRESS, "192.0.2.1");
    int before = known.lookups;

    assertThat(keys.present("another", "192.0.2.1"))
        .isEqualTo(new Outcome.TooMany(Duration.ofSeconds(1)));
    assertThat(known.lookups).isEqualTo(before);
    now.updateAndGet(instant -> instant.plusSeconds(1));
    assertThat(keys.present("another", "192.0.2.1")).isEqualTo(new Outcome.Unknown());
    assertThat(keys.present("another", "192.0.2.1"))
        .isEqualTo(new Outcome.TooMany(Duration.ofSeconds(2)));
    assertThat(keys.present("another", "192.0.2.2")).isEqualTo(new Outcome.Unknown());
  }

  @Test
  void present_goodKeyBesideAGuesser_goesOnWorking() {
    keys.present("good", "192.0.2.1");
    guess(100, "192.0.2.1");

    assertThat(keys.present("good", "192.0.2.1")).isInstanceOf(Outcome.Known.class);
    assertThat(keys.present("fine", "192.0.2.1")).isInstanceOf(Outcome.TooMany.class);
    assertThat(keys.present("fine", "192.0.2.2")).isInstanceOf(Outcome.Known.class);
    assertThat(keys.present("fine", "192.0.2.1")).isInstanceOf(Outcome.Known.class);
  }

  @Test
  void present_disabledKeyOfAProgramThatGoesOn_isSlowedDownToo() {
    keys.present("good", "192.0.2.1");
    known.disable(new Actor.Machine("test"), "good");
    for (int i = 0; i < ThrottledKeys.FREE_PER_ADDRESS; i++) {
      assertThat(keys.present("good", "192.0.2.1")).isEqualTo(new Outcome.Unknown());
    }
    assertThat(keys.present("good", "192.0.2.1")).isInstanceOf(Outcome.TooMany.class);
  }
}
