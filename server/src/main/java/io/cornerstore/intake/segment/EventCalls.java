package io.cornerstore.intake.segment;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.PostgresFeedWatch;
import io.cornerstore.intake.segment.Call.WireEvent;
import io.cornerstore.intake.segment.EventQuarantine.BadEvent;
import io.cornerstore.kernel.TimeOrderedIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes whole calls. A single event that cannot be read is refused, since its sender is told; one
 * in a batch goes to quarantine and the others are taken. Thread-safe.
 */
public final class EventCalls {

  private final Intake intake;
  private final EventInterpreter interpreter;
  private final EventQuarantine quarantine;
  private final Refusals refusals;

  /** With what it works with. */
  public EventCalls(
      Intake intake,
      Workshop workshop,
      TimeOrderedIds ids,
      EventSettings settings,
      PostgresFeedWatch watch) {
    this.intake = intake;
    this.interpreter = new EventInterpreter(settings, ids);
    this.quarantine = new EventQuarantine(workshop, settings.country());
    this.refusals = new Refusals(workshop.feeds(), watch, workshop.clock(), settings.country());
  }

  /**
   * Asks before a body is read as events, which costs as much as taking them.
   *
   * @throws io.cornerstore.intake.IntakeBusyException when too much is waiting
   */
  public void admit() {
    intake.admit();
  }

  /**
   * Returns when all of the call is durable.
   *
   * @param body what the call was read from
   * @throws CallMalformed when its only event cannot be read
   * @throws io.cornerstore.intake.IntakeBusyException when too much is waiting; nothing was taken
   */
  public void take(Call call, byte[] body, Arrival arrival) {
    boolean single = arrival.type() != null || arrival.door() == Door.WEBHOOK;
    List<IncomingEvent> events = new ArrayList<>(call.events().size());
    List<BadEvent> bad = new ArrayList<>(0);
    int number = 0;
    for (WireEvent event : call.events()) {
      number++;
      switch (interpreter.read(event, call, arrival)) {
        case EventReading.Read(IncomingEvent read) -> events.add(read);
        case EventReading.Unreadable(String reason) -> {
          if (single) {
            refusals.count(arrival.source());
            throw new CallMalformed(reason);
          }
          bad.add(new BadEvent(number, reason, text(event, body)));
        }
      }
    }
    intake.submit(events);
    if (!bad.isEmpty()) {
      quarantine.keep(bad, arrival);
    }
  }

  private static String text(WireEvent event, byte[] body) {
    return new String(body, event.from(), event.size(), StandardCharsets.UTF_8);
  }
}
