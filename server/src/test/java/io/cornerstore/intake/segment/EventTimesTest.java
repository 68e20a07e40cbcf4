package io.cornerstore.intake.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimesTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

  private static EventTimes times(String event) {
    Call call = new CallReader().single(event.getBytes(StandardCharsets.UTF_8));
    return EventTimes.of(
        Objects.requireNonNull(call.events().getFirst().content()), call, RECEIVED);
  }

  @ParameterizedTest
  @CsvSource({
    // client time, sent at, expected
    "2026-03-01T11:00:00Z, 2026-03-01T12:00:00Z, 2026-03-01T11:00:00Z",
    // a clock two hours ahead
    "2026-03-01T13:30:00Z, 2026-03-01T14:00:00Z, 2026-03-01T11:30:00Z",
    // forty minutes late: waiting, not skew
    "2026-03-01T11:00:00Z, 2026-03-01T11:20:00Z, 2026-03-01T11:00:00Z",
    // a clock of 1970
    "1970-01-01T00:00:10Z, 1970-01-01T00:00:20Z, 2026-03-01T11:59:50Z",
    // after its own sending
    "2026-03-01T12:30:00Z, 2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T13:00:00+02:00, 2026-03-01T14:00:00+02:00, 2026-03-01T11:00:00Z",
    "2026-03-01T11:00:00.123456789Z, '', 2026-03-01T11:00:00.123456789Z",
    "1772362800000, '', 2026-03-01T11:00:00Z",
    "yesterday, '', 2026-03-01T12:00:00Z",
    "+999999-01-01T00:00:00Z, '', 2026-03-01T12:00:00Z",
    "0001-01-01T00:00:00Z, '', 2026-03-01T12:00:00Z"
  })
  void timestamp_isCorrectedByWhatTheClockIsOff(String clock, String sent, Instant expected) {
    assertThat(
            times("{\"timestamp\":\"%s\",\"sentAt\":\"%s\"}".formatted(clock, sent)).occurredAt())
        .isEqualTo(expected);
  }

  @Test
  void timestamp_besideTheOriginal_wasSetOnPurpose() {
    EventTimes times =
        times(
            """
            {"timestamp":"2020-01-01T00:00:00Z","originalTimestamp":"2026-03-01T15:00:00Z",
             "sentAt":"2026-03-01T15:00:00Z"}
            """);
    assertThat(times.occurredAt()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(times.original()).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(times.sent()).isEqualTo("2026-03-01T15:00:00Z");
  }

  @Test
  void originalTimestamp_alone_isCorrected() {
    assertThat(
            times(
                    """
                    {"originalTimestamp":"2026-03-01T14:59:00Z","sentAt":"2026-03-01T15:00:00Z"}
                    """)
                .occurredAt())
        .isEqualTo(Instant.parse("2026-03-01T11:59:00Z"));
  }

  @Test
  void noTimes_isWhenReceived() {
    assertThat(times("{}")).isEqualTo(new EventTimes(RECEIVED, null, null));
    assertThat(times("{\"timestamp\":{},\"sentAt\":[]}").occurredAt()).isEqualTo(RECEIVED);
  }
}
