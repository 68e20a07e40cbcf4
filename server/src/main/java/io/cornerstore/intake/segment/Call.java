package io.cornerstore.intake.segment;

import io.cornerstore.kernel.Personal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request: its events and what stands around them and counts for all.
 *
 * @param writeKey the key, when the body carries it
 * @param sentAt as the client wrote it
 * @param timestamp for events without a time of their own
 * @param context for events without these parts of it
 */
@Personal
public record Call(
    @Nullable String writeKey,
    @Nullable JsonNode sentAt,
    @Nullable JsonNode timestamp,
    @Nullable JsonNode context,
    List<WireEvent> events) {

  public Call {
    events = List.copyOf(events);
  }

  @Override
  public String toString() {
    return "Call[" + events.size() + " events]";
  }

  /**
   * An event as it stands in the body.
   *
   * @param content absent when it is no object
   * @param from offset of its first byte in the body
   * @param to offset behind its last byte
   */
  @Personal
  public record WireEvent(@Nullable ObjectNode content, int from, int to) {

    /** Its size in bytes. */
    public int size() {
      return to - from;
    }

    @Override
    public String toString() {
      return "WireEvent[" + from + "-" + to + "]";
    }
  }
}
