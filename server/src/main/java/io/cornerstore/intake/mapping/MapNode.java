package io.cornerstore.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map of the YAML: keys are taken one by one, and what nobody took at the end is a mistake. Reads
 * nodes, not objects, because only nodes know their line and column.
 */
final class MapNode {

  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final Mark mark;
  private final String what;
  private final Mistakes mistakes;

  private MapNode(MappingNode node, String what, Mistakes mistakes) {
    this.mark = markOf(node);
    this.what = what;
    this.mistakes = mistakes;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        mistakes.add(markOf(tuple.getKeyNode()), "a key of " + what + " must be a word");
      } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
        mistakes.add(markOf(key), "'" + key.getValue() + "' stands twice in " + what);
      }
    }
  }

  /** Null, and a mistake, when the node is no map. */
  static @Nullable MapNode of(Node node, String what, Mistakes mistakes) {
    if (node instanceof MappingNode map) {
      return new MapNode(map, what, mistakes);
    }
    mistakes.add(markOf(node), what + " must be a map of keys and values");
    return null;
  }

  static Mark markOf(Node node) {
    return new Mark(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  /** The text of a scalar; null for an empty one ({@code key:} without a value). */
  static @Nullable String textOf(Node node) {
    return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
        ? scalar.getValue()
        : null;
  }

  Mark mark() {
    return mark;
  }

  String what() {
    return what;
  }

  /** The value under a key; null when there is none. */
  @Nullable Node take(String key) {
    known.add(key);
    NodeTuple tuple = entries.get(key);
    return tuple == null ? null : tuple.getValueNode();
  }

  /** The words under a key: one or a list. */
  List<String> takeWords(String key) {
    Node node = take(key);
    if (node == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      String text = textOf(item);
      if (text == null) {
        mistakes.add(markOf(item), "'" + key + "' must be a word or a list of words");
      } else {
        words.add(text);
      }
    }
    return words;
  }

  /** The word under a key; null when there is none. */
  @Nullable String takeWord(String key) {
    Node node = take(key);
    if (node == null) {
      return null;
    }
    String text = textOf(node);
    if (text == null) {
      mistakes.add(markOf(node), "'" + key + "' must be a single word");
    }
    return text;
  }

  /** Where the value of a key stands, or the map itself. */
  Mark markOf(String key) {
    NodeTuple tuple = entries.get(key);
    return tuple == null ? mark : markOf(tuple.getValueNode());
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** All keys and values, which count as taken. */
  Map<String, Node> takeAll() {
    Map<String, Node> all = new LinkedHashMap<>();
    entries.forEach((key, tuple) -> all.put(key, tuple.getValueNode()));
    known.addAll(entries.keySet());
    return all;
  }

  Mark keyMark(String key) {
    NodeTuple tuple = entries.get(key);
    return tuple == null ? mark : markOf(tuple.getKeyNode());
  }

  /** Reports the keys nobody took. */
  void finish() {
    entries.forEach((key, tuple) -> {
      if (!known.contains(key)) {
        mistakes.add(
            markOf(tuple.getKeyNode()),
            "unknown key '" + key + "' in " + what + "." + Mistakes.maybe(key, known));
      }
    });
  }
}
