package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON objects (RFC 8259, nothing more lenient) as rows. Safe for use by several threads. */
final class JsonObjects {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAME = 1024;

  /** For arrays inside a row, whose size the row has bounded already. */
  private static final JsonObjects WITHIN_ROWS = new JsonObjects(TabularLimits.DEFAULT);

  private final JsonFactory factory;

  JsonObjects(TabularLimits limits) {
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NAME)
                    .maxStringLength(limits.fieldBytes())
                    .build())
            .build();
  }

  /** The values of the one object that a text in UTF-8 is. */
  @Nullable String[] read(byte[] text, JsonShape shape) throws MalformedJson {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedJson("is not a JSON object", 1);
      }
      @Nullable String[] values = shape.flatten(parser, text);
      if (parser.nextToken() != null) {
        throw new MalformedJson(
            "goes on behind the JSON object",
            (int) parser.currentTokenLocation().getByteOffset() + 1);
      }
      rejectHalfCharacters(text, values);
      return values;
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static MalformedJson malformed(JacksonException cause) {
    // the message of the parser may quote the text, so it is not passed on
    String reason =
        switch (cause) {
          case StreamConstraintsException limit ->
              "has a text, number or name that is too long, or too many levels";
          case UnexpectedEndOfInputException end -> "the JSON object ends too early";
          default -> "is not valid JSON";
        };
    long offset = cause.getLocation() == null ? -1 : cause.getLocation().getByteOffset();
    return new MalformedJson(reason, (int) Math.max(0, offset + 1));
  }

  /** An escape may name half of a surrogate pair, which is no text and could not be stored. */
  private static void rejectHalfCharacters(byte[] text, @Nullable String[] values)
      throws MalformedJson {
    if (!hasSurrogateEscape(text)) {
      return;
    }
    for (String value : values) {
      if (value != null && !UTF_8.newEncoder().canEncode(value)) {
        throw new MalformedJson("has an escape for half a character", 0);
      }
    }
  }

  private static boolean hasSurrogateEscape(byte[] text) {
    for (int i = 0; i + 2 < text.length; i++) {
      if (text[i] == '\\' && text[i + 1] == 'u' && (text[i + 2] | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  /** The objects of the array that stands in a column of a row; see {@link Row#children}. */
  static List<Row> children(Row row, String column) {
    String array = row.value(column);
    if (array == null || !array.stripLeading().startsWith("[")) {
      return List.of();
    }
    byte[] text = array.getBytes(UTF_8);
    JsonShape shape = new JsonShape(TabularLimits.DEFAULT, false);
    List<Row> rows = new ArrayList<>();
    try (JsonParser parser = WITHIN_ROWS.factory.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      JsonToken element = parser.nextToken();
      while (element != JsonToken.END_ARRAY) {
        if (element == JsonToken.START_OBJECT) {
          rows.add(child(row.line(), parser, shape, text));
        } else {
          parser.skipChildren();
        }
        element = parser.nextToken();
      }
      return parser.nextToken() == null ? rows : List.of();
    } catch (JacksonException | MalformedJson e) {
      return List.of();
    }
  }

  private static Row child(long line, JsonParser parser, JsonShape shape, byte[] text)
      throws MalformedJson {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    @Nullable String[] values = shape.flatten(parser, text);
    int to = (int) parser.currentLocation().getByteOffset();
    return new ValueRow(
        line, shape.columns(), values, () -> new String(text, from, to - from, UTF_8));
  }
}
