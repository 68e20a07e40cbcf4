package io.cornerstore.intake.feed;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.PersonalValue;
import io.cornerstore.intake.SourceDocument;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.intake.log.EntryBuilder;
import io.cornerstore.intake.log.Feeds.FeedNumber;
import io.cornerstore.intake.log.LogEntry;
import io.cornerstore.intake.log.LogEntry.Asked;
import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Finding;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.intake.screening.Screened;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an entry of an event: screens every text of it, then normalises. Thread-safe. */
public final class EventReader {

  private final Workshop workshop;
  private final Screen.ByName screens = new Screen.ByName();

  /** With what it works with. */
  public EventReader(Workshop workshop) {
    this.workshop = workshop;
  }

  /** The entry of an event. */
  public LogEntry entry(IncomingEvent event) {
    Screening screening = new Screening(screens);
    List<GivenValue> given = new ArrayList<>(event.values().size());
    for (GivenValue value : event.values()) {
      String screened = screening.text(value.field().token(), typeOf(value.field()), value.text());
      given.add(new GivenValue(value.field(), screened));
    }
    List<PersonalValue> values = workshop.normalizer().normalise(given, event.country(), Map.of());
    Interaction interaction =
        event.interaction() == null ? null : screening.interaction(event.interaction());
    Map<String, String> extra = new LinkedHashMap<>();
    event
        .extra()
        .forEach((name, text) -> extra.put(name, screening.text(name, FieldType.TEXT, text)));
    UUID message = workshop.tokens().message(event.source().code(), event.messageId());
    String key = event.subject().key();
    EntryBuilder.Draft draft =
        new EntryBuilder.Draft(
            message,
            subject(event, key, message),
            kind(event, values),
            null,
            event.occurredAt(),
            event.receivedAt(),
            new SourceDocument(
                key == null ? null : screening.text("id", FieldType.IDENTIFIER, key),
                values,
                interaction,
                extra),
            List.copyOf(screening.asked),
            null);
    return EntryBuilder.entry(draft, origin(event), workshop.tokens());
  }

  /** What a field is known to hold. */
  static FieldType typeOf(PersonalField field) {
    return switch (field) {
      case PHONE -> FieldType.PHONE;
      case BIRTH_DATE, POSTAL_CODE, LOYALTY_CARD, EXTERNAL_ID -> FieldType.IDENTIFIER;
      default -> FieldType.TEXT;
    };
  }

  /** The feed that single events of a channel count as. */
  static String feedOf(Channel channel) {
    return channel.code() + " calls";
  }

  private SubjectId subject(IncomingEvent event, @Nullable String key, UUID message) {
    String of = event.subject().of().code();
    return key == null
        ? workshop.tokens().subject(of, "message", message.toString())
        : workshop.tokens().subject(of, key);
  }

  private static SubjectKind kind(IncomingEvent event, List<PersonalValue> values) {
    SubjectKind kind = event.subject().kind();
    return kind == SubjectKind.ANONYMOUS && EntryBuilder.identifies(values)
        ? SubjectKind.PERSON
        : kind;
  }

  private LogEntry.Origin origin(IncomingEvent event) {
    FeedNumber number =
        workshop.feeds().feed(event.source(), feedOf(event.channel()), event.country());
    return new LogEntry.Origin(
        number.source(),
        number.feed(),
        event.channel(),
        event.party(),
        event.basis(),
        event.trust());
  }

  /** The screening of one event. */
  private static final class Screening {
    final Screen.ByName screens;
    final List<Asked> asked = new ArrayList<>(0);

    Screening(Screen.ByName screens) {
      this.screens = screens;
    }

    String text(String field, FieldType type, String text) {
      Screened found = screens.of(field, type).screen(text);
      if (found == null) {
        return text;
      }
      for (Finding finding : found.findings()) {
        if (finding.verdict() == Finding.Verdict.ASK) {
          asked.add(new Asked(field, finding.kind()));
        }
      }
      return found.text();
    }

    private @Nullable String orNull(String field, FieldType type, @Nullable String text) {
      return text == null ? null : text(field, type, text);
    }

    Interaction interaction(Interaction given) {
      return new Interaction(
          given.type(),
          orNull("order", FieldType.IDENTIFIER, given.order()),
          orNull("refers-to", FieldType.IDENTIFIER, given.refersTo()),
          orNull("store", FieldType.IDENTIFIER, given.store()),
          given.amount(),
          orNull("topic", FieldType.TEXT, given.topic()),
          orNull("note", FieldType.TEXT, given.note()),
          orNull("status", FieldType.TEXT, given.status()),
          orNull("tracking", FieldType.IDENTIFIER, given.tracking()),
          given.points(),
          given.lines().stream().map(this::line).toList());
    }

    private OrderLine line(OrderLine given) {
      return new OrderLine(
          orNull("sku", FieldType.IDENTIFIER, given.sku()),
          orNull("name", FieldType.TEXT, given.name()),
          given.quantity(),
          given.unitPrice(),
          given.amount(),
          orNull("category", FieldType.TEXT, given.category()),
          orNull("maker", FieldType.TEXT, given.maker()),
          given.product());
    }
  }
}
