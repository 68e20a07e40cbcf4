package io.cornerstore.cli.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The text of a configuration file as values with their lines. Goes on after a mistake, so that all
 * of them are found. Reads nodes, not objects, because only nodes know their line.
 */
final class SettingsFile {

  private static final int LARGEST_BYTES = 1 << 20;

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  /** A good value, several joined by commas, and its line. */
  record Value(String text, int line) {}

  private SettingsFile() {}

  static SettingsFile none() {
    return new SettingsFile();
  }

  static SettingsFile read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new SettingsRefused(
            file.toString(), List.of(new Mistake(0, "the file is larger than 1 MiB")));
      }
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new SettingsRefused(
          file.toString(),
          List.of(new Mistake(0, "cannot be read as UTF-8 text: " + e.getClass().getSimpleName())));
    }
  }

  static SettingsFile parse(String text) {
    SettingsFile file = new SettingsFile();
    try {
      LoaderOptions options = new LoaderOptions();
      options.setNestingDepthLimit(10);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root != null) {
        file.sections(root);
      }
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      file.add(mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
    } catch (YAMLException _) {
      file.add(1, "not YAML");
    }
    return file;
  }

  Map<String, Value> values() {
    return values;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void add(int line, String text) {
    mistakes.add(new Mistake(line, text));
  }

  private void sections(Node root) {
    Map<String, NodeTuple> sections = entries(root, "the file");
    sections.forEach((name, tuple) -> {
      if (Catalogue.about().containsKey(name)) {
        section(name, tuple.getValueNode());
      } else if (Catalogue.find(name).isPresent()) {
        value(name, tuple);
      } else {
        unknown(name, tuple);
      }
    });
  }

  private void section(String name, Node node) {
    if (isEmpty(node)) {
      return;
    }
    entries(node, "'" + name + "'")
        .forEach((key, tuple) -> {
          String whole = name + "." + key;
          if (Catalogue.find(whole).isPresent()) {
            value(whole, tuple);
          } else {
            unknown(whole, tuple);
          }
        });
  }

  private void unknown(String key, NodeTuple tuple) {
    int line = line(tuple.getKeyNode());
    if (key.equals("database.password")
        || key.equals("keys.password")
        || key.equals("keys.passphrase")
        || key.equals("sign-in.client-secret")) {
      add(line, "'" + key + "': secrets do not stand in this file. Maybe '" + key + "-file'?");
      return;
    }
    List<String> known = new ArrayList<>(Catalogue.keys());
    known.addAll(Catalogue.about().keySet());
    add(line, "unknown key '" + key + "'." + NearestWord.maybe(key, known));
  }

  private void value(String key, NodeTuple tuple) {
    Setting setting = Catalogue.find(key).orElseThrow();
    Node node = tuple.getValueNode();
    int line = line(tuple.getKeyNode());
    if (isEmpty(node)) {
      return;
    }
    boolean list = setting.form() instanceof Form.Many;
    if (node instanceof SequenceNode && !list) {
      add(line, "'" + key + "' must be a single value: " + setting.form().described());
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Node each : node instanceof SequenceNode many ? many.getValue() : List.of(node)) {
      String text = each instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
      if (text == null) {
        add(line(each), "'" + key + "' must be a value: " + setting.form().described());
      } else {
        check(setting, text, line(each));
        texts.add(text);
      }
    }
    if (values.putIfAbsent(key, new Value(String.join(",", texts), line)) != null) {
      add(line, "'" + key + "' stands twice in the file");
    }
  }

  private void check(Setting setting, String text, int line) {
    setting
        .form()
        .findFault(text)
        .ifPresent(fault -> add(line, "'" + setting.key() + "' " + fault));
  }

  private Map<String, NodeTuple> entries(Node node, String what) {
    if (!(node instanceof MappingNode map)) {
      add(line(node), what + " must hold keys and values");
      return Map.of();
    }
    Map<String, NodeTuple> found = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        add(line(tuple.getKeyNode()), "a key of " + what + " must be a word");
      } else if (found.putIfAbsent(key.getValue(), tuple) != null) {
        add(line(key), "'" + key.getValue() + "' stands twice in " + what);
      }
    }
    return found;
  }

  private static boolean isEmpty(@Nullable Node node) {
    return node instanceof ScalarNode scalar
        && (Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank());
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
