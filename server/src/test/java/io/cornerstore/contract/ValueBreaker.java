package io.cornerstore.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a value that its schema allows, at one place. One thread. */
final class ValueBreaker {

  private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

  private final Random random;

  ValueBreaker(Random random) {
    this.random = random;
  }

  /** A value that is wrong in one place of it or below; maybe allowed all the same. */
  JsonNode broken(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object(object.deepCopy());
    }
    if (value instanceof ArrayNode array && !array.isEmpty() && random.nextInt(3) != 0) {
      return array(array.deepCopy());
    }
    return other(value);
  }

  private JsonNode object(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    if (names.isEmpty() || random.nextInt(6) == 0) {
      return object.put("unexpected", 1);
    }
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(3) == 0) {
      object.remove(name);
    } else {
      object.set(name, broken(object.get(name)));
    }
    return object;
  }

  private JsonNode array(ArrayNode array) {
    int at = random.nextInt(array.size());
    if (random.nextInt(3) == 0) {
      for (int i = 0; i < 1001; i++) {
        array.add(array.get(at));
      }
    } else {
      array.set(at, broken(array.get(at)));
    }
    return array;
  }

  /** Of another type, or far out of bounds. */
  private JsonNode other(JsonNode value) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.arrayNode().add(value);
      case 2 -> NODES.objectNode().put("a", ValueMaker.MARK);
      case 3 -> NODES.booleanNode(true);
      case 4 -> NODES.stringNode((ValueMaker.MARK + " ").repeat(random.nextInt(20, 3_000)));
      case 5 -> NODES.stringNode("");
      case 6 -> NODES.numberNode(Long.MIN_VALUE);
      case 7 -> NODES.numberNode(1.5);
      default -> value.isNumber() ? NODES.numberNode(0) : NODES.stringNode(ValueMaker.MARK);
    };
  }
}
