package io.cornerstore.profile.web;

import io.cornerstore.profile.web.ApiProblem.Mistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body strictly and collects every mistake with its JSON Pointer (RFC 6901). Members that
 * nobody asked for are mistakes too. Mistakes never repeat the value. One thread.
 */
final class JsonBody {

  private final JsonNode root;
  private final Set<String> asked = new HashSet<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private JsonBody(JsonNode root) {
    this.root = root;
  }

  static JsonBody parse(byte[] body, JsonMapper json) {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException e) {
      throw wrong(new Mistake("pointer", "", "is not JSON"));
    }
    if (root == null || !root.isObject()) {
      throw wrong(new Mistake("pointer", "", "must be an object"));
    }
    return new JsonBody(root);
  }

  /** A text of 1 to {@code longest} characters that is not blank. */
  String text(String member, int longest) {
    JsonNode node = node(member);
    String text = node.isString() ? node.stringValue().strip() : "";
    if (text.isEmpty() || text.length() > longest) {
      mistake(member, "must be a text of 1 to " + longest + " characters");
    }
    return text;
  }

  /** A whole number in a range; {@code absent} when it is not given. */
  int number(String member, int least, int most, int absent) {
    JsonNode node = node(member);
    if (node.isMissingNode() || node.isNull()) {
      return absent;
    }
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      mistake(member, "must be a whole number from " + least + " to " + most);
      return absent;
    }
    return node.intValue();
  }

  /** One of these words; {@code absent} when it is not given. */
  <T> T choice(String member, Map<String, T> words, T absent) {
    JsonNode node = node(member);
    if (node.isMissingNode() || node.isNull()) {
      return absent;
    }
    T chosen = node.isString() ? words.get(node.stringValue()) : null;
    if (chosen == null) {
      mistake(member, "must be one of " + String.join(", ", new TreeSet<>(words.keySet())));
      return absent;
    }
    return chosen;
  }

  /** An object whose members are these words and whose values are texts, one at least. */
  <K> Map<K, String> texts(String member, Map<String, K> words, int longest) {
    JsonNode node = node(member);
    if (!node.isObject() || node.isEmpty()) {
      mistake(member, "must be an object with at least one member");
      return Map.of();
    }
    Map<K, String> texts = new LinkedHashMap<>();
    node.properties()
        .forEach(each -> {
          K key = words.get(each.getKey());
          JsonNode value = each.getValue();
          if (key == null) {
            mistakeAt(member, each.getKey(), "is unknown here");
          } else if (!value.isString() || value.stringValue().length() > longest) {
            mistakeAt(
                member, each.getKey(), "must be a text of at most " + longest + " characters");
          } else {
            texts.put(key, value.stringValue());
          }
        });
    return texts;
  }

  UUID id(String member) {
    return id(member, node(member));
  }

  /** Different ids, {@code least} to {@code most} of them. */
  List<UUID> ids(String member, int least, int most) {
    JsonNode node = node(member);
    if (least == 0 && (node.isMissingNode() || node.isNull())) {
      return List.of();
    }
    if (!node.isArray() || node.size() < least || node.size() > most) {
      mistake(member, "must be an array of " + least + " to " + most + " ids");
      return List.of();
    }
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      UUID id = id(member + "/" + i, node.get(i));
      if (ids.contains(id)) {
        mistake(member + "/" + i, "is there twice");
      }
      ids.add(id);
    }
    return ids;
  }

  private UUID id(String place, JsonNode node) {
    String text = node.isString() ? node.stringValue() : "";
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException e) {
      // is a mistake like any other text
    }
    mistake(place, "must be an id such as 0198c0de-0000-7000-8000-000000000001");
    return new UUID(0, mistakes.size());
  }

  /** Throws one problem with all mistakes; to be called when everything was asked for. */
  void end() {
    for (String name : root.propertyNames()) {
      if (!asked.contains(name)) {
        String place = JsonPointer.empty().appendProperty(name).toString();
        mistakes.add(new Mistake("pointer", place, "is unknown here"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw wrong(mistakes.toArray(Mistake[]::new));
    }
  }

  private JsonNode node(String member) {
    asked.add(member);
    return root.path(member);
  }

  private void mistake(String place, String detail) {
    mistakes.add(new Mistake("pointer", "/" + place, detail));
  }

  private void mistakeAt(String member, String name, String detail) {
    String place = JsonPointer.empty().appendProperty(member).appendProperty(name).toString();
    mistakes.add(new Mistake("pointer", place, detail));
  }

  private static ApiProblem wrong(Mistake... mistakes) {
    return new ApiProblem(
        ProblemType.INVALID_REQUEST,
        mistakes.length == 1
            ? "The body has a mistake."
            : "The body has " + mistakes.length + " mistakes.",
        List.of(mistakes));
  }
}
