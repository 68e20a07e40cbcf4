package io.cornerstore.intake.segment;

import io.cornerstore.intake.normal.TimeFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When an event happened, and what the client said about it.
 *
 * <p>The client's clock is corrected by what it is off: {@code receivedAt - sentAt}, as Segment
 * does. Some clients stamp {@code sentAt} once and send again for up to an hour; being late by less
 * than that is taken for waiting and not corrected. A clock that is ahead cannot be explained by
 * waiting and always is. Clients that send {@code timestamp} beside {@code originalTimestamp} have
 * set it on purpose, so it stays. Nothing happens after it was received.
 *
 * @param original the time of the client's clock, as written
 * @param sent when the client sent it by the same clock, as written
 */
record EventTimes(Instant occurredAt, @Nullable String original, @Nullable String sent) {

  static final Duration WAITING = Duration.ofHours(1);

  private static final TimeFormat ISO = new TimeFormat(List.of());
  private static final int LONGEST = 64;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  static EventTimes of(ObjectNode event, Call call, Instant receivedAt) {
    JsonNode set = event.get("timestamp");
    JsonNode original = event.get("originalTimestamp");
    String sent = WireText.id(call.sentAt() == null ? event.get("sentAt") : call.sentAt());
    String clock = WireText.id(original);
    String said = WireText.id(set);
    if (clock != null && said != null) {
      return new EventTimes(bounded(instant(said), receivedAt), clock, sent);
    }
    String time = clock != null ? clock : said != null ? said : WireText.id(call.timestamp());
    Instant happened = instant(time);
    Instant sentAt = instant(sent);
    Instant corrected =
        happened == null || sentAt == null
            ? happened
            : happened.plus(correction(Duration.between(sentAt, receivedAt)));
    return new EventTimes(bounded(corrected, receivedAt), time, sent);
  }

  private static Duration correction(Duration late) {
    return late.isNegative() || late.compareTo(WAITING) > 0 ? late : Duration.ZERO;
  }

  private static Instant bounded(@Nullable Instant time, Instant receivedAt) {
    return time == null || time.isBefore(EARLIEST) || time.isAfter(receivedAt) ? receivedAt : time;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      return ISO.instant(text, ZoneOffset.UTC);
    }
  }
}
