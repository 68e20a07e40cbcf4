package io.cornerstore.delivery.webhook;

import io.cornerstore.delivery.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends what waits. A message is claimed for the time an attempt may take; should this process end
 * meanwhile, it is due again. Several processes share the work.
 */
final class Dispatcher {

  private static final int AT_ONCE = 8;
  private static final Duration LEASE_BEYOND_TIMEOUT = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final WebhookKeys keys;
  private final WebhookSettings settings;
  private final PinnedPost post;
  private final Clock clock;
  private final RandomGenerator random;

  Dispatcher(
      JdbcClient jdbc,
      WebhookKeys keys,
      WebhookSettings settings,
      Clock clock,
      RandomGenerator random) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.settings = settings;
    this.post = new PinnedPost(new AddressGuard(settings), settings.timeout());
    this.clock = clock;
    this.random = random;
  }

  /** Endpoints for which something is due. */
  List<UUID> due() {
    return jdbc.sql(
            """
            select e.id from delivery.endpoint e
             where e.enabled and e.removed_at is null
               and exists (
                     select from delivery.dispatch d
                      where d.endpoint = e.id and d.state = 'waiting' and d.next_at <= :now)\
            """)
        .param("now", at(clock.instant()))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private record Due(
      UUID endpoint,
      String url,
      String signing,
      int keyNumber,
      boolean previousToo,
      long message,
      String webhookId,
      String body,
      int attempts) {}

  /** Sends some of what is due to the endpoint, a few at once; returns how many. */
  int send(UUID endpoint) throws InterruptedException {
    List<Due> claimed = claim(endpoint);
    List<Thread> sending = new ArrayList<>();
    for (Due due : claimed) {
      sending.add(Thread.ofVirtual().name("webhook-" + due.message).start(() -> attempt(due)));
    }
    for (Thread thread : sending) {
      thread.join();
    }
    return claimed.size();
  }

  private List<Due> claim(UUID endpoint) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with claimed as (
              update delivery.dispatch d
                 set attempts = d.attempts + 1, next_at = :lease
               where d.endpoint = :endpoint and d.message in (
                       select message from delivery.dispatch
                        where endpoint = :endpoint and state = 'waiting' and next_at <= :now
                        order by message limit :limit for update skip locked)
              returning d.message, d.attempts)
            select e.id, e.url, e.signing, e.key_number,
                   coalesce(e.previous_until > :now, false), m.id, m.webhook_id, m.body, c.attempts
              from claimed c
              join delivery.message m on m.id = c.message
              join delivery.endpoint e on e.id = :endpoint and e.enabled
             order by m.id\
            """)
        .param("endpoint", endpoint)
        .param("now", at(now))
        .param("lease", at(now.plus(settings.timeout()).plus(LEASE_BEYOND_TIMEOUT)))
        .param("limit", AT_ONCE)
        .query((row, _) ->
            new Due(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9)))
        .list();
  }

  private void attempt(Due due) {
    Instant now = clock.instant();
    try {
      PinnedPost.Answer answer = post.send(URI.create(due.url), headers(due, now), due.body);
      if (answer.status() >= 200 && answer.status() < 300) {
        delivered(due, answer.status());
      } else if (answer.status() == 410) {
        gone(due);
      } else {
        failed(due, answer.status(), "answered " + answer.status(), answer.retryAfter());
      }
    } catch (IOException e) {
      failed(due, null, words(e), null);
    }
  }

  /** What went wrong, without addresses beyond what the endpoint itself is called. */
  private static String words(IOException failure) {
    String message = failure.getMessage();
    String words = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    return words.length() > 300 ? words.substring(0, 300) : words;
  }

  private Map<String, String> headers(Due due, Instant now) {
    var content = new WebhookKeys.Signed(due.webhookId, now.getEpochSecond(), due.body);
    String signature = keys.sign(due.endpoint, due.keyNumber, due.signing, content);
    if (due.previousToo && due.keyNumber > 1) {
      signature += " " + keys.sign(due.endpoint, due.keyNumber - 1, due.signing, content);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Cornerstore-Webhooks/1");
    headers.put("webhook-id", due.webhookId);
    headers.put("webhook-timestamp", String.valueOf(content.timestamp()));
    headers.put("webhook-signature", signature);
    return headers;
  }

  private void delivered(Due due, int status) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update delivery.dispatch
               set state = 'delivered', delivered_at = :now, last_at = :now, last_status = :status,
                   last_error = null
             where endpoint = :endpoint and message = :message\
            """)
        .param("now", at(now))
        .param("status", status)
        .param("endpoint", due.endpoint)
        .param("message", due.message)
        .update();
    jdbc.sql(
            """
            update delivery.endpoint set failing_since = null
             where id = :endpoint and failing_since is not null\
            """)
        .param("endpoint", due.endpoint)
        .update();
  }

  private void gone(Due due) {
    note(due, "dead", clock.instant(), 410, "answered 410: the endpoint is gone for good");
    disable(due.endpoint, "It answered 410 Gone: it wants nothing more.");
  }

  private void failed(
      Due due, @Nullable Integer status, String error, @Nullable String retryAfter) {
    Instant now = clock.instant();
    boolean dead = due.attempts >= settings.attempts();
    Duration pause = pause(due.attempts);
    Duration asked = asked(retryAfter);
    note(
        due,
        dead ? "dead" : "waiting",
        now.plus(asked.compareTo(pause) > 0 ? asked : pause),
        status,
        error);
    OffsetDateTime since =
        jdbc.sql(
                """
                update delivery.endpoint set failing_since = coalesce(failing_since, :now)
                 where id = :endpoint returning failing_since\
                """)
            .param("now", at(now))
            .param("endpoint", due.endpoint)
            .query(OffsetDateTime.class)
            .single();
    if (since.toInstant().plus(settings.disableAfter()).isBefore(now)) {
      disable(
          due.endpoint,
          "Every attempt since %s failed, the last one: %s.".formatted(since.toInstant(), error));
    }
  }

  /** Four times as long each time, give or take a quarter, so that many do not come at once. */
  Duration pause(int attempts) {
    double factor = Math.pow(4, Math.max(0, attempts - 1)) * (0.75 + random.nextDouble() / 2);
    double millis =
        Math.min(
            settings.firstRetry().toMillis() * factor, settings.longestRetry().toMillis() * 1.25);
    return Duration.ofMillis((long) millis);
  }

  /** Whole seconds only, a day at most. */
  private static Duration asked(@Nullable String retryAfter) {
    if (retryAfter == null || !retryAfter.matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.min(86_400, Long.parseLong(retryAfter)));
  }

  private void note(Due due, String state, Instant next, @Nullable Integer status, String error) {
    jdbc.sql(
            """
            update delivery.dispatch
               set state = :state, next_at = :next, last_at = :now, last_status = :status,
                   last_error = :error
             where endpoint = :endpoint and message = :message\
            """)
        .param("state", state)
        .param("next", at(next))
        .param("now", at(clock.instant()))
        .param("status", status)
        .param("error", error)
        .param("endpoint", due.endpoint)
        .param("message", due.message)
        .update();
  }

  private void disable(UUID endpoint, String why) {
    jdbc.sql("update delivery.endpoint set enabled = false, note = :why where id = :endpoint")
        .param("why", why)
        .param("endpoint", endpoint)
        .update();
  }

  /** Forgets messages that are too old to be replayed. */
  void sweep() {
    jdbc.sql("delete from delivery.message where at < :before")
        .param("before", at(clock.instant().minus(settings.keep())))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
