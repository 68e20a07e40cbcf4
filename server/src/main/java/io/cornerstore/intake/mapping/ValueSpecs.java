package io.cornerstore.intake.mapping;

import io.cornerstore.intake.normal.TimeFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the values of a mapping: a column, or a map of what to do with it. */
final class ValueSpecs {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private final Mistakes mistakes;

  ValueSpecs(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** One value or a list of them. */
  List<ValueSpec> several(@Nullable Node node, String what) {
    return several(node, item -> one(item, what));
  }

  /** The same, where each may say of which kind its numbers are. */
  List<ValueSpec> severalOfAKind(@Nullable Node node, String what) {
    return several(node, item -> one(item, what, true));
  }

  private static List<ValueSpec> several(
      @Nullable Node node, Function<Node, @Nullable ValueSpec> read) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      ValueSpec one = read.apply(node);
      return one == null ? List.of() : List.of(one);
    }
    List<ValueSpec> values = new ArrayList<>();
    for (Node item : list.getValue()) {
      ValueSpec value = read.apply(item);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Exactly one value; null, and perhaps a mistake, when it is none. */
  @Nullable ValueSpec one(@Nullable Node node, String what) {
    return one(node, what, false);
  }

  private @Nullable ValueSpec one(@Nullable Node node, String what, boolean mayHaveKind) {
    if (node == null) {
      return null;
    }
    Mark mark = MapNode.markOf(node);
    String column = MapNode.textOf(node);
    if (column != null) {
      return plain(new ValueSource.Column(new ColumnRef(column, mark)), mark);
    }
    if (node instanceof SequenceNode) {
      mistakes.add(mark, what + " takes one value, not a list");
      return null;
    }
    MapNode map = MapNode.of(node, what, mistakes);
    if (map == null) {
      return null;
    }
    ValueSource source = source(map);
    Map<String, String> codes = codes(map.take("map"));
    List<String> formats = formats(map);
    String kind = mayHaveKind ? map.takeWord("kind") : null;
    String fallback = map.takeWord("default");
    When when = condition(map, source);
    map.finish();
    return source == null
        ? null
        : new ValueSpec(source, codes, fallback, formats, when, kind, mark);
  }

  /** A constant as a value. */
  static ValueSpec constant(String text, Mark mark) {
    return plain(new ValueSource.Constant(text), mark);
  }

  /** {@code {column: …, matches: …}}. */
  @Nullable When when(@Nullable Node node, String what) {
    if (node == null) {
      return null;
    }
    MapNode map = MapNode.of(node, what, mistakes);
    if (map == null) {
      return null;
    }
    When when = when(map);
    map.finish();
    return when;
  }

  /** The same from keys of a larger map. */
  @Nullable When when(MapNode map) {
    String column = map.takeWord("column");
    Pattern pattern = pattern(map);
    if (column == null || pattern == null) {
      if (column == null || !map.has("matches")) {
        mistakes.add(map.mark(), map.what() + " needs 'column' and 'matches'");
      }
      return null;
    }
    return new When(new ColumnRef(column, map.markOf("column")), pattern);
  }

  private @Nullable When condition(MapNode map, @Nullable ValueSource source) {
    Node when = map.take("when");
    Pattern pattern = pattern(map);
    if (when == null && pattern == null) {
      return null;
    }
    String column = when == null ? null : MapNode.textOf(when);
    if (when != null && column == null) {
      return when(when, "the condition of " + map.what());
    }
    if (pattern == null) {
      if (!map.has("matches")) {
        mistakes.add(map.markOf("when"), "'when' needs 'matches' beside it");
      }
      return null;
    }
    if (column != null) {
      return new When(new ColumnRef(column, map.markOf("when")), pattern);
    }
    if (source instanceof ValueSource.Column(ColumnRef own)) {
      return new When(own, pattern);
    }
    mistakes.add(map.markOf("matches"), "'matches' needs 'when: COLUMN' beside it");
    return null;
  }

  private @Nullable Pattern pattern(MapNode map) {
    String regex = map.takeWord("matches");
    if (regex == null) {
      return null;
    }
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      mistakes.add(map.markOf("matches"), "not a regular expression: " + e.getDescription() + ".");
      return null;
    }
  }

  private @Nullable ValueSource source(MapNode map) {
    String column = map.takeWord("column");
    String template = map.takeWord("template");
    String constant = map.takeWord("constant");
    int count = (column == null ? 0 : 1) + (template == null ? 0 : 1) + (constant == null ? 0 : 1);
    if (count != 1) {
      mistakes.add(
          map.mark(), map.what() + " needs exactly one of 'column', 'template' and 'constant'");
      return null;
    }
    if (column != null) {
      return new ValueSource.Column(new ColumnRef(column, map.markOf("column")));
    }
    return template != null
        ? template(template, map.markOf("template"))
        : new ValueSource.Constant(constant == null ? "" : constant);
  }

  private ValueSource template(String template, Mark mark) {
    List<ValueSource.Segment> segments = new ArrayList<>();
    Matcher place = PLACE.matcher(template);
    int end = 0;
    while (place.find()) {
      if (place.start() > end) {
        segments.add(new ValueSource.Segment(template.substring(end, place.start()), null));
      }
      segments.add(new ValueSource.Segment("", new ColumnRef(place.group(1).strip(), mark)));
      end = place.end();
    }
    if (end == 0) {
      mistakes.add(mark, "the template names no column. Maybe write '{column}'?");
    }
    if (end < template.length()) {
      segments.add(new ValueSource.Segment(template.substring(end), null));
    }
    return new ValueSource.Template(segments);
  }

  private Map<String, String> codes(@Nullable Node node) {
    if (node == null) {
      return Map.of();
    }
    MapNode map = MapNode.of(node, "'map'", mistakes);
    Map<String, String> codes = new LinkedHashMap<>();
    if (map != null) {
      map.takeAll()
          .forEach((key, value) -> {
            String text = MapNode.textOf(value);
            if (text == null) {
              mistakes.add(MapNode.markOf(value), "'map' needs a word for '" + key + "'");
            } else {
              codes.put(key, text);
            }
          });
    }
    return codes;
  }

  private List<String> formats(MapNode map) {
    List<String> formats = map.takeWords("formats");
    for (String format : formats) {
      try {
        var _ = new TimeFormat(List.of(format));
      } catch (IllegalArgumentException e) {
        mistakes.add(
            map.markOf("formats"),
            "'%s' is no date format: y, M, d, H, m, s as in 'd/M/yyyy H:mm'.".formatted(format));
        return List.of();
      }
    }
    return formats;
  }

  private static ValueSpec plain(ValueSource source, Mark mark) {
    return new ValueSpec(source, Map.of(), null, List.of(), null, null, mark);
  }
}
