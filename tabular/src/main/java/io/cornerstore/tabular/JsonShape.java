package io.cornerstore.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The columns that the objects of a source were found to have, and how their fields map to them.
 */
final class JsonShape {
  /*
   * Field names form a tree whose nodes know their column, so a nested field finds its column
   * without its dotted name being put together again. New columns and nodes of an object that
   * turns out malformed are taken back: a broken line must not widen the table.
   */

  private static final class Node {
    final String path;
    final Map<String, Node> fields = new HashMap<>();
    int column = -1;

    Node(String path) {
      this.path = path;
    }
  }

  private record Added(Node parent, String name) {}

  private final TabularLimits limits;
  private final boolean strict;
  private final Node root = new Node("");
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Deque<Added> added = new ArrayDeque<>();
  private ColumnIndex columns = new ColumnIndex(List.of());
  private @Nullable String[] values = new String[16];
  private int[] setBy = new int[16];
  private int objects;
  private int nodes;

  /**
   * No columns yet.
   *
   * @param strict whether a field named twice and too many columns make an object malformed;
   *     otherwise the last one wins, and the size of the text is the only bound
   */
  JsonShape(TabularLimits limits, boolean strict) {
    this.limits = limits;
    this.strict = strict;
  }

  ColumnIndex columns() {
    return columns;
  }

  /**
   * The values of the object whose first token the parser stands on, by column.
   *
   * @param text what the parser reads, from its first byte
   */
  @Nullable String[] flatten(JsonParser parser, byte[] text) throws MalformedJson {
    int known = names.size();
    objects++;
    added.clear();
    Arrays.fill(values, null);
    boolean done = false;
    try {
      object(parser, root, text);
      done = true;
    } finally {
      if (!done) {
        takeBack(known);
      }
    }
    if (names.size() > known) {
      columns = new ColumnIndex(names);
    }
    return Arrays.copyOf(values, names.size());
  }

  private void object(JsonParser parser, Node node, byte[] text) throws MalformedJson {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      Node field = node.fields.get(name);
      if (field == null) {
        field = add(node, name, parser);
      }
      JsonToken token = parser.nextToken();
      switch (token) {
        case START_OBJECT -> object(parser, field, text);
        case START_ARRAY -> set(field, array(parser, text), parser);
        case VALUE_NULL -> set(field, null, parser);
        default -> set(field, parser.getString(), parser);
      }
    }
  }

  private Node add(Node parent, String name, JsonParser parser) throws MalformedJson {
    if (strict && nodes >= 2 * limits.columns()) {
      throw tooWide(parser);
    }
    Node node = new Node(parent == root ? name : parent.path + "." + name);
    parent.fields.put(name, node);
    added.push(new Added(parent, name));
    nodes++;
    return node;
  }

  private void set(Node field, @Nullable String value, JsonParser parser) throws MalformedJson {
    int column = field.column < 0 ? columnOf(field, parser) : field.column;
    if (strict && setBy[column] == objects) {
      throw new MalformedJson("has the same field twice", position(parser));
    }
    setBy[column] = objects;
    values[column] = value;
  }

  private int columnOf(Node field, JsonParser parser) throws MalformedJson {
    Integer place = places.get(field.path);
    if (place == null) {
      if (strict && names.size() == limits.columns()) {
        throw tooWide(parser);
      }
      place = names.size();
      names.add(field.path);
      places.put(field.path, place);
      if (place == values.length) {
        values = Arrays.copyOf(values, 2 * place);
        setBy = Arrays.copyOf(setBy, 2 * place);
      }
    }
    field.column = place;
    return place;
  }

  private MalformedJson tooWide(JsonParser parser) {
    return new MalformedJson(
        "would give the file more than " + limits.columns() + " columns", position(parser));
  }

  private String array(JsonParser parser, byte[] text) throws MalformedJson {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int to = (int) parser.currentLocation().getByteOffset();
    if (to - from > limits.fieldBytes()) {
      throw new MalformedJson(
          "an array is longer than " + limits.fieldBytes() + " bytes", from + 1);
    }
    return new String(text, from, to - from, UTF_8);
  }

  private static int position(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset() + 1;
  }

  private void takeBack(int known) {
    for (Added one : added) {
      one.parent.fields.remove(one.name);
      nodes--;
    }
    while (names.size() > known) {
      places.remove(names.removeLast());
    }
  }
}
