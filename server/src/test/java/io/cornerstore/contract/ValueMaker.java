package io.cornerstore.contract;

import io.cornerstore.contract.ApiDescription.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows: ordinary ones, its bounds, and odd text. One thread. */
final class ValueMaker {

  /** Stands in every made text that is long enough; no problem may repeat it. */
  static final String MARK = "Quokkabert";

  private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();
  private static final List<String> TEXTS =
      List.of(
          "Hale",
          "o’Neill-Zoë",
          "محمد",
          "山田太郎",
          "e\u0301\u0323",
          "\u202Eright to left",
          "\uD83E\uDDE1 heart",
          "zero\u0000byte",
          "\uD800 alone",
          "line\r\nbreak",
          "'; drop table x; --",
          "${jndi:ldap://x}",
          "<b>bold</b>",
          "%00%0a",
          "\uFEFFmark",
          "quokkabert@example.org",
          "07946 012345",
          "2026-02-30",
          "4111 1111 1111 1111");
  private static final List<String> TIMES =
      List.of(
          "2026-03-02T09:30:00Z", "2026-03-02T09:30:00.123456789+14:00", "1970-01-01T00:00:00Z");

  private final ApiDescription description;
  private final KnownValues known;
  private final Random random;

  ValueMaker(ApiDescription description, KnownValues known, Random random) {
    this.description = description;
    this.known = known;
    this.random = random;
  }

  /** A value of the schema; {@code name} is what the member or parameter is called. */
  JsonNode make(Operation operation, String name, JsonNode schema) {
    JsonNode found = description.resolve(schema);
    if (found.has("const")) {
      return found.get("const");
    }
    if (found.has("enum")) {
      return pick(found.get("enum"));
    }
    if (found.has("examples") && random.nextInt(5) < 3) {
      return pick(found.get("examples"));
    }
    return switch (type(found)) {
      case "object" -> object(operation, found);
      case "array" -> array(operation, name, found);
      case "integer", "number" -> number(operation, name, found);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(string(operation, name, found));
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? pick(type).stringValue() : type.asString("object");
  }

  private ObjectNode object(Operation operation, JsonNode schema) {
    ObjectNode made = NODES.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    schema
        .path("properties")
        .properties()
        .forEach(member -> {
          if (required.contains(member.getKey()) || random.nextInt(3) == 0) {
            made.set(member.getKey(), make(operation, member.getKey(), member.getValue()));
          }
        });
    JsonNode more = schema.path("additionalProperties");
    if (more.isObject()) {
      int members = Math.max(schema.path("minProperties").asInt(0), random.nextInt(4));
      for (int i = 0; i < members; i++) {
        String name =
            schema.has("propertyNames")
                ? make(operation, "", schema.get("propertyNames")).stringValue()
                : "member" + i;
        made.set(name, make(operation, name, more));
      }
    } else if (more.isMissingNode() && !schema.has("properties") && random.nextBoolean()) {
      made.put("extra", text(40));
    }
    fitSubjects(made);
    return made;
  }

  /** Whoever names a customer and subjects means subjects of that customer. */
  private void fitSubjects(ObjectNode made) {
    if (made.has("customer") && made.has("subjects")) {
      known
          .findMerged(random)
          .ifPresent(pair -> {
            made.put("customer", pair.getValue());
            made.putArray("subjects").add(pair.getKey());
          });
    }
  }

  private ArrayNode array(Operation operation, String name, JsonNode schema) {
    int least = schema.path("minItems").asInt(0);
    int most = Math.min(schema.path("maxItems").asInt(least + 3), least + 3);
    int size = least + random.nextInt(most - least + 1);
    Set<JsonNode> items = new HashSet<>();
    ArrayNode made = NODES.arrayNode();
    for (int i = 0; made.size() < size && i < 20 * size; i++) {
      JsonNode item = make(operation, name, schema.get("items"));
      if (items.add(item)) {
        made.add(item);
      }
    }
    return made;
  }

  private JsonNode number(Operation operation, String name, JsonNode schema) {
    Optional<String> seen = usually(operation, name);
    if (seen.isPresent() && seen.get().matches("[0-9]{1,18}")) {
      return NODES.numberNode(Long.parseLong(seen.get()));
    }
    long least = schema.path("minimum").asLong(Integer.MIN_VALUE);
    long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
    return NODES.numberNode(
        switch (random.nextInt(4)) {
          case 0 -> least;
          case 1 -> most;
          default -> least + (long) (random.nextDouble() * Math.min(most - least, 50));
        });
  }

  private String string(Operation operation, String name, JsonNode schema) {
    Optional<String> seen = usually(operation, name);
    String format = schema.path("format").asString("");
    if (format.equals("uuid")) {
      return seen.orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    }
    if (format.equals("date-time")) {
      return random.nextBoolean()
          ? TIMES.get(random.nextInt(TIMES.size()))
          : Instant.ofEpochSecond(random.nextInt(2_000_000_000)).toString();
    }
    if (format.equals("uri")) {
      return "https://hooks.example.org/" + random.nextInt(100);
    }
    if (seen.isPresent()) {
      return seen.get();
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(300);
    return fit(text(most), least, most);
  }

  /** Text with the mark in it, ordinary or odd, some of it as long as may be. */
  String text(int most) {
    String odd = TEXTS.get(random.nextInt(TEXTS.size()));
    return switch (random.nextInt(8)) {
      case 0 -> (MARK + " " + odd).repeat(Math.max(1, most / (MARK.length() + odd.length() + 1)));
      case 1 -> odd;
      case 2 -> MARK + " quilt";
      default -> MARK + " " + odd;
    };
  }

  /** Lengths count characters, not half ones. */
  private static String fit(String text, int least, int most) {
    String cut =
        text.codePointCount(0, text.length()) <= most
            ? text
            : text.substring(0, text.offsetByCodePoints(0, most));
    return cut.isBlank() || cut.length() < least ? "x".repeat(Math.max(1, least)) : cut;
  }

  private Optional<String> usually(Operation operation, String name) {
    return random.nextInt(5) == 0 ? Optional.empty() : known.find(operation, name, random);
  }

  private JsonNode pick(JsonNode list) {
    return list.get(random.nextInt(list.size()));
  }

  Random random() {
    return random;
  }

  List<String> oddTexts() {
    return new ArrayList<>(TEXTS);
  }
}
