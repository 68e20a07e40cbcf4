package io.cornerstore.intake.segment;

import io.cornerstore.intake.RefusalReason;
import io.cornerstore.intake.segment.Call.WireEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bodies, whatever their label says, as JSON in UTF-8 (RFC 8259). The envelope is streamed,
 * since key and context may stand behind the events they belong to; each event becomes a tree.
 * Thread-safe.
 */
public final class CallReader {

  /** Bytes of the largest batch, and of the largest single event. */
  public static final int LARGEST = 500 * 1024;

  /** Events of the longest batch: more than fit when each has an id and a name. */
  public static final int MOST_EVENTS = 5_000;

  private final ObjectReader reader =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                  .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                  .build())
          .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /**
   * Reads a body that is one event.
   *
   * @throws CallMalformed when it is no JSON object or larger than {@link #LARGEST}
   */
  public Call single(byte[] body) {
    return read(body, false);
  }

  /**
   * Reads a body with a list of events in {@code batch}.
   *
   * @throws CallMalformed when it is no such object, larger than {@link #LARGEST} or longer than
   *     {@link #MOST_EVENTS}
   */
  public Call batch(byte[] body) {
    return read(body, true);
  }

  private Call read(byte[] body, boolean batch) {
    if (body.length > LARGEST) {
      throw new CallMalformed(RefusalReason.BODY_TOO_LARGE.text(LARGEST, body.length));
    }
    int start = afterMark(body);
    try (JsonParser parser = reader.createParser(body, start, body.length - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new CallMalformed(RefusalReason.BODY_NO_OBJECT.text());
      }
      Call call = batch ? batch(parser, start) : single(parser, start);
      if (parser.nextToken() != null) {
        throw new CallMalformed(RefusalReason.BODY_GOES_ON.text());
      }
      return call;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new CallMalformed(
          at == null
              ? RefusalReason.BODY_NO_JSON.text()
              : RefusalReason.BODY_NO_JSON_AT.text(at.getLineNr(), at.getColumnNr()));
    }
  }

  private Call single(JsonParser parser, int start) {
    WireEvent event = event(parser, start);
    ObjectNode content = event.content();
    JsonNode key = content == null ? null : content.get("writeKey");
    return new Call(
        key != null && key.isString() ? key.stringValue() : null, null, null, null, List.of(event));
  }

  private Call batch(JsonParser parser, int start) {
    String writeKey = null;
    JsonNode sentAt = null;
    JsonNode timestamp = null;
    JsonNode context = null;
    List<WireEvent> events = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "writeKey" -> writeKey = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        case "sentAt" -> sentAt = reader.readTree(parser);
        case "timestamp" -> timestamp = reader.readTree(parser);
        case "context" -> context = reader.readTree(parser);
        case "batch" -> events = events(parser, value, start);
        default -> parser.skipChildren();
      }
    }
    if (events == null) {
      throw new CallMalformed("there is no list of events named batch");
    }
    return new Call(writeKey, sentAt, timestamp, context, events);
  }

  private @Nullable List<WireEvent> events(JsonParser parser, JsonToken value, int start) {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<WireEvent> events = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (events.size() == MOST_EVENTS) {
        throw new CallMalformed("a batch has at most " + MOST_EVENTS + " events");
      }
      events.add(event(parser, start));
    }
    return events;
  }

  private WireEvent event(JsonParser parser, int start) {
    int from = start + (int) parser.currentTokenLocation().getByteOffset();
    ObjectNode content = null;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      content = (ObjectNode) reader.readTree(parser);
    } else if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
    } else {
      parser.getStringLength();
    }
    int to = start + (int) parser.currentLocation().getByteOffset();
    return new WireEvent(content, from, to);
  }

  /** Behind the byte order mark that some editors write. */
  private static int afterMark(byte[] body) {
    return body.length >= 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF
        ? 3
        : 0;
  }
}
