package io.cornerstore.intake.mapping;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.mapping.InteractionMapping.LineMapping;
import io.cornerstore.intake.mapping.InteractionMapping.LinesMapping;
import io.cornerstore.intake.mapping.InteractionMapping.TypeCase;
import io.cornerstore.intake.mapping.InteractionMapping.TypeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the interaction of a mapping. */
final class InteractionReading {

  private static final List<String> TYPES =
      Arrays.stream(InteractionType.values()).map(InteractionType::code).toList();

  private final Mistakes mistakes;
  private final ValueSpecs values;

  InteractionReading(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.values = new ValueSpecs(mistakes);
  }

  @Nullable InteractionMapping read(@Nullable Node node) {
    MapNode map = node == null ? null : MapNode.of(node, "'interaction'", mistakes);
    if (map == null) {
      return null;
    }
    TypeRule type = type(map);
    ValueSpec time = values.one(map.take("time"), "'time'");
    if (!map.has("time")) {
      mistakes.add(map.mark(), "'time' is missing in 'interaction': when it happened");
    }
    Map<String, ValueSpec> parts = parts(map, InteractionMapping.PARTS);
    LineMapping line = null;
    Node lineNode = map.take("line");
    if (lineNode != null) {
      MapNode lineMap = MapNode.of(lineNode, "'line'", mistakes);
      line = lineMap == null ? null : line(lineMap);
    }
    LinesMapping lines = lines(map.take("lines"));
    if (line != null && lines != null) {
      mistakes.add(map.keyMark("lines"), "either 'line' or 'lines', not both");
    }
    map.finish();
    return time == null ? null : new InteractionMapping(type, time, parts, line, lines);
  }

  private TypeRule type(MapNode map) {
    Node node = map.take("type");
    if (node == null) {
      mistakes.add(
          map.mark(), "'type' is missing in 'interaction': one of " + String.join(", ", TYPES));
      return new TypeRule(InteractionType.OTHER, null, List.of());
    }
    String word = MapNode.textOf(node);
    if (word != null) {
      return new TypeRule(typeOf(word, MapNode.markOf(node)), null, List.of());
    }
    MapNode rule = MapNode.of(node, "'type'", mistakes);
    if (rule == null) {
      return new TypeRule(InteractionType.OTHER, null, List.of());
    }
    if (rule.has("column") || rule.has("template")) {
      ValueSpec value = values.one(node, "'type'");
      if (value != null) {
        value.map().values().forEach(code -> typeOf(code, value.mark()));
      }
      return new TypeRule(InteractionType.OTHER, value, List.of());
    }
    String standard = rule.takeWord("default");
    List<TypeCase> cases = cases(rule.take("when"));
    rule.finish();
    return new TypeRule(
        standard == null ? InteractionType.OTHER : typeOf(standard, rule.markOf("default")),
        null,
        cases);
  }

  private List<TypeCase> cases(@Nullable Node node) {
    List<TypeCase> cases = new ArrayList<>();
    if (node == null) {
      return cases;
    }
    for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      MapNode map = MapNode.of(item, "a case of 'type'", mistakes);
      if (map == null) {
        continue;
      }
      When when = values.when(map);
      String code = map.takeWord("is");
      if (code == null) {
        mistakes.add(map.mark(), "a case of 'type' needs 'is'");
      } else if (when != null) {
        cases.add(new TypeCase(when, typeOf(code, map.markOf("is"))));
      } else {
        typeOf(code, map.markOf("is"));
      }
      map.finish();
    }
    return cases;
  }

  private InteractionType typeOf(String code, Mark mark) {
    return InteractionType.findByCode(code)
        .orElseGet(() -> {
          mistakes.add(
              mark,
              "unknown type '%s': one of %s.%s"
                  .formatted(code, String.join(", ", TYPES), Mistakes.maybe(code, TYPES)));
          return InteractionType.OTHER;
        });
  }

  private @Nullable LinesMapping lines(@Nullable Node node) {
    MapNode map = node == null ? null : MapNode.of(node, "'lines'", mistakes);
    if (map == null) {
      return null;
    }
    String from = map.takeWord("from");
    Mark mark = map.markOf("from");
    LineMapping line = line(map);
    if (from == null) {
      mistakes.add(map.mark(), "'lines' needs 'from': the column of the array");
      return null;
    }
    return new LinesMapping(new ColumnRef(from, mark), line);
  }

  private LineMapping line(MapNode map) {
    Map<String, ValueSpec> parts = parts(map, InteractionMapping.LINE_PARTS);
    When productWhen = values.when(map.take("product-when"), "'product-when'");
    map.finish();
    return new LineMapping(parts, productWhen);
  }

  private Map<String, ValueSpec> parts(MapNode map, List<String> keys) {
    Map<String, ValueSpec> parts = new LinkedHashMap<>();
    for (String key : keys) {
      ValueSpec value = values.one(map.take(key), "'" + key + "'");
      if (value != null) {
        parts.put(key, value);
      }
    }
    return parts;
  }
}
