package io.cornerstore.cli.model;

import io.cornerstore.cli.terminal.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON file into values that know their line. */
final class JsonReading {
  private static final long MOST_BYTES = 64 << 20;
  private static final int MOST_DEPTH = 32;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
          .build();
  private final String file;
  private final JsonParser parser;

  private JsonReading(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws UserMistake when it is no JSON, with the line
   */
  static JsonValue read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new UserMistake("there is no file " + path);
    }
    if (Files.size(path) > MOST_BYTES) {
      throw new UserMistake(
          "%s has more than %d MB, too many for a model".formatted(path, MOST_BYTES >> 20));
    }
    byte[] bytes = Files.readAllBytes(path);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      JsonReading reading = new JsonReading(path.toString(), parser);
      parser.nextToken();
      JsonValue value = reading.value("");
      if (parser.nextToken() != null) {
        throw value.mistake("goes on behind its end, in line " + reading.line());
      }
      return value;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new UserMistake(
          "%s, line %d: is not valid JSON. Maybe it was cut off, or a comma is missing?"
              .formatted(path, line));
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private JsonValue value(String path) {
    int line = line();
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new UserMistake(file + " is empty");
    }
    @Nullable Object content =
        switch (token) {
          case START_OBJECT -> object(path);
          case START_ARRAY -> array(path);
          case VALUE_STRING -> parser.getString();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getValueAsDouble();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NULL -> null;
          case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
              throw new IllegalStateException(token.name());
        };
    return new JsonValue(file, line, path, content);
  }

  private Map<String, JsonValue> object(String path) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(path.isEmpty() ? name : path + "." + name));
    }
    return fields;
  }

  private List<JsonValue> array(String path) {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return items;
  }
}
