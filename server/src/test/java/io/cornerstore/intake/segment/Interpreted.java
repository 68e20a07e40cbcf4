package io.cornerstore.intake.segment;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.TimeOrderedIds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Events of a shop's client library, interpreted with the default settings. */
final class Interpreted {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SourceSystem SHOP = new SourceSystem("webshop");
  private static final CallReader READER = new CallReader();
  private static final EventInterpreter INTERPRETER =
      new EventInterpreter(
          EventSettings.defaults(),
          new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7)));

  private Interpreted() {}

  static EventReading reading(String json) {
    return reading(json, Door.LIBRARY);
  }

  static EventReading reading(String json, Door door) {
    Call call = READER.single(json.getBytes(StandardCharsets.UTF_8));
    return reading(call.events().getFirst(), call, door);
  }

  private static EventReading reading(Call.WireEvent event, Call call, Door door) {
    return INTERPRETER.read(event, call, new Arrival(SHOP, door, null, NOW));
  }

  static IncomingEvent event(String json) {
    return ((EventReading.Read) reading(json)).event();
  }

  /** All events of a batch. */
  static List<IncomingEvent> batch(String json) {
    Call call = READER.batch(json.getBytes(StandardCharsets.UTF_8));
    return call.events().stream()
        .map(event -> ((EventReading.Read) reading(event, call, Door.LIBRARY)).event())
        .toList();
  }

  /** What happened, by the name of a track event and its properties. */
  static Interaction track(String event, String properties) {
    return Objects.requireNonNull(
        event(
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"%s\",\"properties\":%s}"
                    .formatted(event, properties))
            .interaction());
  }

  static GivenValue value(PersonalField field, String text) {
    return new GivenValue(field, text);
  }
}
