package io.cornerstore.intake.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The query of a URL, read without touching the body as the container would. */
final class PixelQuery {

  private static final int DEEPEST = 4;

  private PixelQuery() {}

  /** The first parameter of that name. */
  static @Nullable String parameter(@Nullable String query, String name) {
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
          return decoded(pair.substring(equals + 1));
        }
      }
    }
    return null;
  }

  /** All parameters as an object; a point in a name stands for an object in the object. */
  static ObjectNode event(@Nullable String query) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(event, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    event.remove("writeKey");
    return event;
  }

  private static void put(ObjectNode event, String name, String value) {
    String[] parts = name.split("\\.", DEEPEST);
    ObjectNode at = event;
    for (int i = 0; i < parts.length - 1; i++) {
      JsonNode next = at.get(parts[i]);
      if (next instanceof ObjectNode object) {
        at = object;
      } else {
        ObjectNode made = at.objectNode();
        at.set(parts[i], made);
        at = made;
      }
    }
    at.put(parts[parts.length - 1], value);
  }

  /** Broken escapes stay as they are. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
