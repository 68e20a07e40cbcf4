package io.cornerstore.contract;

import io.cornerstore.contract.ApiCall.Kind;
import io.cornerstore.contract.ApiDescription.Operation;
import io.cornerstore.contract.ApiDescription.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up requests for operations, right and wrong ones. One thread. */
final class CallMaker {

  private static final JsonMapper PLAIN = JsonMapper.shared();
  private static final JsonMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final List<String> PURPOSES =
      List.of("service", "stewardship", "operation", "analysis", "privacy");
  private static final List<String> NO_JSON =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "\"" + ValueMaker.MARK + "\"",
          "{\"a\":}",
          "{} {}",
          "NaN",
          "12",
          "{\"limit\":1e300}",
          "{\"feed\":9e99}",
          "[".repeat(2_000),
          "\uFEFF[]");
  private static final List<String> OTHER_TYPES =
      List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "image/png");

  /** The most bytes of a body. */
  static final int LARGEST = 64 * 1024;

  private static final List<String> METHODS =
      List.of("GET", "PUT", "POST", "DELETE", "PATCH", "QUERY", "PROPFIND", "QUOKKABERT");

  /** Keys of the API, and write keys. */
  record Keys(String all, String narrow, String write) {}

  private final ApiDescription description;
  private final JsonSchema schema;
  private final KnownValues known;
  private final Keys keys;
  private final ValueMaker values;
  private final ValueBreaker breaker;
  private final Random random;

  CallMaker(
      ApiDescription description, JsonSchema schema, KnownValues known, Keys keys, long seed) {
    this.description = description;
    this.schema = schema;
    this.known = known;
    this.keys = keys;
    this.random = new Random(seed);
    this.values = new ValueMaker(description, known, random);
    this.breaker = new ValueBreaker(random);
  }

  /** The next request for an operation; every second one is as described. */
  ApiCall next(Operation operation, int round) {
    Kind kind =
        round % 2 == 0 ? Kind.VALID : kinds(operation).get(round / 2 % kinds(operation).size());
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      // A cursor that nobody gave is a mistake, and made up elsewhere.
      boolean given =
          !parameter.name().equals("cursor") || known.find(operation, "cursor", random).isPresent();
      if (parameter.required() || given && random.nextInt(3) == 0) {
        parameters.put(parameter.name(), value(operation, parameter, kind));
      }
    }
    // Statements stand below the customer they are about.
    known
        .findCustomerOf(parameters.getOrDefault("statement", ""))
        .ifPresent(customer -> parameters.put("id", customer));
    if (kind == Kind.WRONG_PARAMETER) {
      breakOne(operation, parameters);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    byte[] body = body(operation, kind, headers);
    authorize(operation, kind, headers);
    for (Parameter parameter : operation.parameters()) {
      String value = parameters.get(parameter.name());
      if (parameter.in().equals("header") && value != null) {
        headers.put(parameter.name(), value);
      }
    }
    if (kind == Kind.WRONG_ACCEPT) {
      headers.put("Accept", "application/pdf");
    }
    return new ApiCall(
        operation, kind, method(operation, kind), target(operation, parameters), headers, body);
  }

  private List<Kind> kinds(Operation operation) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.WRONG_METHOD, Kind.WRONG_ACCEPT));
    if (!operation.parameters().isEmpty()) {
      kinds.add(0, Kind.WRONG_PARAMETER);
    }
    if (!operation.body().isMissingNode()) {
      kinds.add(0, Kind.WRONG_BODY);
      kinds.add(Kind.NO_JSON);
      kinds.add(Kind.WRONG_BODY);
      if (operation.strict()) {
        kinds.add(Kind.WRONG_TYPE);
        kinds.add(Kind.TOO_LARGE);
      }
    }
    if (!operation.open()) {
      kinds.add(Kind.NO_KEY);
      kinds.add(Kind.WRONG_KEY);
    }
    if (operation.path().contains("{")) {
      kinds.add(Kind.STRANGE_IDS);
    }
    return kinds;
  }

  private String value(Operation operation, Parameter parameter, Kind kind) {
    if (parameter.name().equals("X-Purpose")) {
      return random.nextInt(6) == 0
          ? PURPOSES.get(random.nextInt(PURPOSES.size()))
          : known.purpose(operation, PURPOSES);
    }
    if (parameter.name().equals("Idempotency-Key")) {
      return "made-up-" + random.nextLong();
    }
    if (parameter.name().equals("writeKey")) {
      return keys.write();
    }
    if (kind == Kind.STRANGE_IDS && parameter.in().equals("path")) {
      return parameter.schema().path("type").asString("").equals("integer")
          ? "" + random.nextInt(1_000_000, 2_000_000)
          : new UUID(random.nextLong(), random.nextLong()).toString();
    }
    JsonNode made = values.make(operation, parameter.name(), parameter.schema());
    return made.isArray()
        ? String.join(",", made.valueStream().map(JsonNode::asString).toList())
        : made.asString();
  }

  /** Leaves a required one out or gives it a form that is not allowed. */
  private void breakOne(Operation operation, Map<String, String> parameters) {
    List<Parameter> candidates =
        operation.parameters().stream()
            .filter(each ->
                each.schema().has("format")
                    || each.schema().has("enum")
                    || each.name().equals("cursor")
                    || each.schema().path("type").asString("").matches("integer|boolean")
                    || each.required() && each.in().equals("header"))
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    Parameter broken = candidates.get(random.nextInt(candidates.size()));
    if (broken.in().equals("header")) {
      parameters.remove(broken.name());
    } else if (broken.schema().has("minimum") && random.nextBoolean()) {
      parameters.put(broken.name(), "" + (broken.schema().get("minimum").longValue() - 1));
    } else if (broken.schema().has("maximum") && random.nextBoolean()) {
      parameters.put(broken.name(), "" + (broken.schema().get("maximum").longValue() + 1));
    } else {
      parameters.put(broken.name(), ValueMaker.MARK + values.oddTexts().get(random.nextInt(12)));
    }
  }

  private byte @Nullable [] body(Operation operation, Kind kind, Map<String, String> headers) {
    if (operation.body().isMissingNode()) {
      if (random.nextInt(5) == 0) {
        // There is none, whatever it claims to be.
        headers.put("Content-Type", "multipart/form-data");
      }
      return null;
    }
    headers.put(
        "Content-Type",
        kind == Kind.WRONG_TYPE
            ? OTHER_TYPES.get(random.nextInt(OTHER_TYPES.size()))
            : "application/json");
    if (kind == Kind.NO_JSON) {
      return NO_JSON.get(random.nextInt(NO_JSON.size())).getBytes(StandardCharsets.UTF_8);
    }
    if (kind == Kind.TOO_LARGE) {
      return "{\"text\":\"%s\"}"
          .formatted("x".repeat(LARGEST + random.nextInt(1_000)))
          .getBytes(StandardCharsets.UTF_8);
    }
    JsonNode made = values.make(operation, "", operation.body());
    if (kind == Kind.WRONG_BODY) {
      JsonNode broken = breaker.broken(made);
      for (int i = 0; i < 50 && allowed(operation, broken); i++) {
        broken = breaker.broken(made);
      }
      made = broken;
    }
    JsonMapper writer = random.nextBoolean() ? PLAIN : ESCAPED;
    return writer.writeValueAsString(made).getBytes(StandardCharsets.UTF_8);
  }

  /** A member that is null counts as one that is not given. */
  private boolean allowed(Operation operation, JsonNode body) {
    JsonNode given = body.deepCopy();
    if (given instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    return schema.faults(operation.body(), given).isEmpty();
  }

  private void authorize(Operation operation, Kind kind, Map<String, String> headers) {
    if (operation.open() || kind == Kind.NO_KEY) {
      return;
    }
    if (operation.byWriteKey()) {
      String key = kind == Kind.WRONG_KEY ? "nobody" : keys.write();
      headers.put(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8)));
    } else if (kind == Kind.WRONG_KEY) {
      headers.put("Authorization", "Bearer " + (random.nextBoolean() ? "nobody" : keys.narrow()));
    } else {
      headers.put("Authorization", "Bearer " + keys.all());
    }
  }

  private String method(Operation operation, Kind kind) {
    if (kind != Kind.WRONG_METHOD) {
      return operation.method();
    }
    var others = new TreeSet<>(METHODS);
    others.removeAll(description.methods(operation.path()));
    return new ArrayList<>(others).get(random.nextInt(others.size()));
  }

  private static String target(Operation operation, Map<String, String> values) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value = values.get(parameter.name());
      if (value == null) {
        continue;
      }
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
      if (parameter.in().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", encoded);
      } else if (parameter.in().equals("query")) {
        query.add(parameter.name() + "=" + encoded);
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }
}
