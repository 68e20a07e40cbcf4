package io.cornerstore.intake.segment;

import io.cornerstore.intake.screening.FieldType;
import io.cornerstore.intake.screening.Screen;
import io.cornerstore.intake.screening.Screened;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an event says beside what has a field of its own, as flat names and texts, within bounds.
 * When something was left out or shortened, {@link #CUT} says so. The names come from the client
 * too, so they are screened here; the texts are screened with the event.
 */
final class ExtraValues {

  /** The name under which it is said that not everything was kept. */
  static final String CUT = "cut";

  static final int MOST = 64;
  static final int LONGEST_NAME = 120;
  static final int LONGEST_TEXT = 2_000;
  static final int MOST_TEXT = 16_000;
  private static final int DEEPEST = 6;
  private static final Screen NAMES = Screen.of("name", FieldType.TEXT);

  private final Map<String, String> values = new LinkedHashMap<>();
  private int length;
  private boolean cut;

  /** Keeps a text, unless there is none. */
  void put(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    String kept = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    if (values.size() == MOST
        || name.length() > LONGEST_NAME
        || length + kept.length() > MOST_TEXT) {
      cut = true;
      return;
    }
    cut |= kept.length() < text.length();
    Screened screened = NAMES.screen(name);
    if (values.put(screened == null ? name : screened.text(), kept) == null) {
      length += kept.length();
    }
  }

  /** Keeps a value; the names of nested ones are joined by points. */
  void flatten(String name, JsonNode node) {
    flatten(name, node, 0);
  }

  private void flatten(String name, JsonNode node, int depth) {
    if (!node.isContainer()) {
      put(name, WireText.scalar(node));
    } else if (depth == DEEPEST || values.size() == MOST) {
      cut |= !node.isEmpty();
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> part : node.properties()) {
        flatten(name + "." + part.getKey(), part.getValue(), depth + 1);
      }
    } else {
      for (int i = 0; i < node.size() && values.size() < MOST; i++) {
        flatten(name + "." + i, node.path(i), depth + 1);
      }
    }
  }

  Map<String, String> toMap() {
    if (cut) {
      values.put(CUT, "true");
    }
    return values;
  }
}
