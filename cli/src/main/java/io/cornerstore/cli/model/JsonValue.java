package io.cornerstore.cli.model;

import io.cornerstore.cli.terminal.UserMistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file that knows where it stands, so that whoever wrote it by hand is told the
 * line and the field. Immutable.
 *
 * @param file what was read
 * @param line where the value begins, from 1 on
 * @param path the field, such as {@code persons.comparisons[2].levels[0].m}; empty at the top
 * @param content a map by field, a list, a text, a number, a truth value or null
 */
record JsonValue(String file, int line, String path, @Nullable Object content) {

  /** The value of a field that must be there. */
  JsonValue get(String field) {
    return find(field).orElseThrow(() -> mistake("the field " + field + " is missing"));
  }

  /** The value of a field, unless it is missing or null. */
  Optional<JsonValue> find(String field) {
    JsonValue value = fields().get(field);
    return value == null || value.content == null ? Optional.empty() : Optional.of(value);
  }

  /** The values by field, in the order of the file. */
  Map<String, JsonValue> fields() {
    if (!(content instanceof Map<?, ?> map)) {
      throw mistake("must be an object in braces");
    }
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put((String) name, (JsonValue) value));
    return fields;
  }

  /** The values of a list. */
  List<JsonValue> items() {
    if (!(content instanceof List<?> list)) {
      throw mistake("must be a list in brackets");
    }
    return list.stream().map(JsonValue.class::cast).toList();
  }

  /** A text. */
  String text() {
    if (!(content instanceof String text)) {
      throw mistake("must be a text in quotes");
    }
    return text;
  }

  /** Whether this is a text and not, for instance, a number. */
  boolean isText() {
    return content instanceof String;
  }

  /** A number. */
  double number() {
    if (!(content instanceof Double number)) {
      throw mistake("must be a number");
    }
    return number;
  }

  /** Whether the field of this name is there and true. */
  boolean isTrue(String field) {
    return find(field).map(value -> Boolean.TRUE.equals(value.content)).orElse(false);
  }

  /** What to throw when this value is wrong. */
  UserMistake mistake(String what) {
    String field = path.isEmpty() ? "" : path + ": ";
    return new UserMistake("%s, line %d: %s%s".formatted(file, line, field, what));
  }
}
