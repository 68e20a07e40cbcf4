package io.cornerstore.intake.segment;

import io.cornerstore.intake.feed.EventReader;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.rows.RowOutcome;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.kernel.TimeOrderedIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Reads events of the API again that waited in quarantine. What stood around them in their batch is
 * gone: the event alone counts. Thread-safe.
 */
public final class EventReplay {

  private final CallReader calls = new CallReader();
  private final EventInterpreter interpreter;
  private final EventReader reader;

  /** With what it works with. */
  public EventReplay(Workshop workshop, TimeOrderedIds ids, EventSettings settings) {
    this.interpreter = new EventInterpreter(settings, ids);
    this.reader = new EventReader(workshop);
  }

  /** The entry of an event's text, or why there is none. */
  public RowOutcome read(String text, SourceSystem source, Instant receivedAt) {
    try {
      Call call = calls.single(text.getBytes(StandardCharsets.UTF_8));
      Arrival arrival = new Arrival(source, Door.LIBRARY, null, receivedAt);
      return switch (interpreter.read(call.events().getFirst(), call, arrival)) {
        case EventReading.Read(var event) -> new RowOutcome.Taken(reader.entry(event), List.of());
        case EventReading.Unreadable(String reason) -> new RowOutcome.Refused(null, reason);
      };
    } catch (CallMalformed e) {
      return new RowOutcome.Refused(null, String.valueOf(e.getMessage()));
    }
  }
}
