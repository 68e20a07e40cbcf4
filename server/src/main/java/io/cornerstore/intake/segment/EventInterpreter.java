package io.cornerstore.intake.segment;

import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.segment.Call.WireEvent;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Sha256;
import io.cornerstore.kernel.TimeOrderedIds;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes incoming events of what clients write. Thread-safe.
 *
 * <p>What an application says about its user counts as observed; what the user wrote on a form, as
 * declared. An alias or merge is kept as a proposal and merges nothing.
 */
final class EventInterpreter {

  static final int LARGEST_EVENT = 32 * 1024;

  private final EventSettings settings;
  private final TimeOrderedIds ids;

  EventInterpreter(EventSettings settings, TimeOrderedIds ids) {
    this.settings = settings;
    this.ids = ids;
  }

  EventReading read(WireEvent event, Call call, Arrival arrival) {
    ObjectNode content = event.content();
    if (content == null) {
      return new EventReading.Unreadable(RefusalReason.EVENT_NO_OBJECT.text());
    }
    KeptContext context = new KeptContext(object(content, "context"), call.context());
    // The client of RudderStack only warns above this size, so its events may be larger.
    if (event.size() > LARGEST_EVENT && !context.library().contains("rudder")) {
      return new EventReading.Unreadable(RefusalReason.EVENT_TOO_LARGE.text(LARGEST_EVENT));
    }
    EventType type = arrival.type() == null ? typeOf(content) : arrival.type();
    if (type == null && arrival.door() == Door.WEBHOOK) {
      return read(new Draft(EventType.TRACK, notice(content), context), call, arrival);
    }
    if (type == null) {
      return new EventReading.Unreadable(RefusalReason.EVENT_TYPE_UNKNOWN.text());
    }
    String problem = problem(type, content, arrival.door());
    return problem == null
        ? read(new Draft(type, content, context), call, arrival)
        : new EventReading.Unreadable(problem);
  }

  private record Draft(EventType type, ObjectNode content, KeptContext context) {}

  private EventReading read(Draft draft, Call call, Arrival arrival) {
    ObjectNode content = draft.content;
    EventTimes times = EventTimes.of(content, call, arrival.receivedAt());
    ExtraValues extra = new ExtraValues();
    Traits traits = new Traits();
    WireProperties properties = new WireProperties(object(content, "properties"));
    keepIds(draft, extra);
    extra.put("originalTimestamp", times.original());
    extra.put("sentAt", times.sent());
    Meaning meaning = meaning(draft, properties, traits, extra);
    properties.keepRest(extra);
    draft.context.keep(extra, arrival.door());
    return new EventReading.Read(
        new IncomingEvent(
            arrival.source(),
            meaning.channel,
            Party.FIRST_PARTY,
            meaning.basis,
            settings.trust(),
            messageId(content),
            Subjects.of(content, arrival.source()),
            traits.values(),
            meaning.interaction,
            extra.toMap(),
            settings.country(),
            times.occurredAt(),
            arrival.receivedAt()));
  }

  private record Meaning(Channel channel, Basis basis, @Nullable Interaction interaction) {}

  private Meaning meaning(
      Draft draft, WireProperties properties, Traits traits, ExtraValues extra) {
    ObjectNode content = draft.content;
    return switch (draft.type) {
      case IDENTIFY -> {
        JsonNode own = object(content, "traits");
        boolean given = own != null && !own.isEmpty();
        traits.person(given ? own : draft.context.part("traits"), extra);
        traits.externalIds(draft.context.part("externalIds"));
        yield observed(null);
      }
      case GROUP -> {
        traits.group(content.get("traits"), extra);
        yield observed(null);
      }
      case PAGE, SCREEN -> observed(Interactions.plain(InteractionType.VISIT, pageName(content)));
      case ALIAS, MERGE -> observed(Interactions.plain(InteractionType.OTHER, draft.type.word()));
      case TRACK -> track(String.valueOf(WireText.id(content.get("event"))), properties, traits);
    };
  }

  private static Meaning observed(@Nullable Interaction interaction) {
    return new Meaning(Channel.OTHER, Basis.OBSERVED, interaction);
  }

  private Meaning track(String event, WireProperties properties, Traits traits) {
    TrackRule rule = TrackRule.of(event);
    boolean form = rule.type() == InteractionType.FORM;
    if (form || rule.type() == InteractionType.PURCHASE) {
      traits.properties(properties);
    }
    return new Meaning(
        channel(rule, properties),
        form ? Basis.DECLARED : Basis.OBSERVED,
        Interactions.of(event, rule, properties, settings.currency()));
  }

  private static Channel channel(TrackRule rule, WireProperties properties) {
    String code = properties.text("channel");
    return code == null
        ? rule.channel()
        : Channel.findByCode(code.toLowerCase(Locale.ROOT)).orElse(rule.channel());
  }

  private static void keepIds(Draft draft, ExtraValues extra) {
    ObjectNode content = draft.content;
    extra.put("anonymousId", WireText.id(content.get("anonymousId")));
    extra.put("groupId", WireText.id(content.get("groupId")));
    extra.put("previousId", WireText.id(content.get("previousId")));
    if (draft.type == EventType.MERGE) {
      extra.flatten("mergeProperties", content.path("mergeProperties"));
    }
  }

  private static @Nullable String pageName(ObjectNode content) {
    String name = WireText.id(content.get("name"));
    return name == null ? WireText.id(content.path("properties").get("title")) : name;
  }

  private static @Nullable String problem(EventType type, ObjectNode content, Door door) {
    if (type != EventType.MERGE && door != Door.WEBHOOK && !Subjects.named(content)) {
      return RefusalReason.EVENT_ABOUT_NOBODY.text();
    }
    if (Subjects.tooLong(content)) {
      return RefusalReason.EVENT_ID_TOO_LONG.text(WireText.LONGEST_ID);
    }
    return switch (type) {
      case TRACK -> missing(content, "event");
      case GROUP -> missing(content, "groupId");
      case ALIAS ->
          missing(content, "userId") != null
              ? missing(content, "userId")
              : missing(content, "previousId");
      case MERGE ->
          content.path("mergeProperties").isArray()
              ? null
              : RefusalReason.EVENT_PART_MISSING.text("mergeProperties");
      case IDENTIFY, PAGE, SCREEN -> null;
    };
  }

  private static @Nullable String missing(ObjectNode content, String name) {
    return WireText.id(content.get(name)) == null
        ? RefusalReason.EVENT_PART_MISSING.text(name)
        : null;
  }

  private static @Nullable EventType typeOf(ObjectNode content) {
    String type = WireText.id(content.get("type"));
    return type == null ? null : EventType.findByWord(type.toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static @Nullable JsonNode object(ObjectNode content, String name) {
    JsonNode value = content.get(name);
    return value != null && value.isObject() ? value : null;
  }

  /** Another system's notice as an event about nobody. */
  private static ObjectNode notice(ObjectNode body) {
    ObjectNode event = body.objectNode();
    event.put("event", "Webhook Received");
    event.set("properties", body);
    for (String name : new String[] {"messageId", "userId", "anonymousId", "timestamp"}) {
      if (body.has(name)) {
        event.set(name, body.get(name));
      }
    }
    return event;
  }

  /** The client's id; a hash of one that is too long; a new one when there is none. */
  private String messageId(ObjectNode content) {
    String id = WireText.id(content.get("messageId"));
    if (id == null) {
      return "minted-" + ids.next();
    }
    return id.length() <= WireText.LONGEST_ID ? id : "sha256-" + Sha256.hex(id);
  }
}
