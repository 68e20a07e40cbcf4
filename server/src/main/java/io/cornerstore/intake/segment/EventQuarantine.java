package io.cornerstore.intake.segment;

import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.BadRowEntry;
import io.cornerstore.intake.log.Feeds.FeedNumber;
import io.cornerstore.intake.log.RowContent;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.SubjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of a batch that could not be read: their senders are told that the batch was
 * taken, so nothing of it may be lost. Thread-safe.
 */
final class EventQuarantine {

  static final String FEED = "events";

  private final Workshop workshop;
  private final @Nullable String country;

  EventQuarantine(Workshop workshop, @Nullable String country) {
    this.workshop = workshop;
    this.country = country;
  }

  /**
   * An event on its way there.
   *
   * @param number place in its batch, from 1
   * @param text as received, unscreened
   */
  @Personal
  record BadEvent(int number, String reason, String text) {
    @Override
    public String toString() {
      return "BadEvent[" + number + "]";
    }
  }

  /** Screens and seals the events and returns when they are durable; the same text counts once. */
  void keep(List<BadEvent> events, Arrival arrival) {
    String source = arrival.source().code();
    FeedNumber feed = workshop.feeds().feed(arrival.source(), FEED, country);
    SubjectId subject = workshop.tokens().subject(source, "quarantine", FEED);
    List<BadRowEntry> rows =
        events.stream()
            .map(event ->
                new BadRowEntry(
                    workshop.tokens().message(source, "bad", FEED + '\u001E' + event.text()),
                    subject,
                    feed.feed(),
                    FEED,
                    event.number(),
                    null,
                    event.reason(),
                    RowContent.of(event.text()),
                    arrival.receivedAt()))
            .toList();
    workshop.appender().append(workshop.appender().seal(List.of(), rows), null);
  }
}
