package io.cornerstore.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The operations that an OpenAPI document describes, references followed. */
final class ApiDescription {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** A parameter of an operation. */
  record Parameter(String name, String in, boolean required, JsonNode schema) {}

  /**
   * One operation.
   *
   * @param body the schema of its JSON body, missing without one
   * @param answers content types and their schemas by status
   * @param byWriteKey whether it takes write keys instead of API keys
   */
  record Operation(
      String id,
      String method,
      String path,
      List<Parameter> parameters,
      JsonNode body,
      boolean bodyRequired,
      Map<String, Map<String, JsonNode>> answers,
      boolean byWriteKey,
      boolean open) {

    /** Whether it belongs to the API that answers with problems and reads strictly. */
    boolean strict() {
      return path.startsWith("/api/");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  ApiDescription(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                  }
                }));
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The methods that a path has, those of templates that it fits included. */
  Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    operations.stream()
        .filter(operation -> path.matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
        .forEach(operation -> methods.add(operation.method()));
    return methods;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.get("$ref").stringValue().substring(1));
      if (found.isMissingNode()) {
        throw new IllegalStateException("there is no " + node);
      }
    }
    return found;
  }

  private Operation operation(String path, String method, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode each : node.path("parameters")) {
      JsonNode found = resolve(each);
      parameters.add(
          new Parameter(
              found.get("name").stringValue(),
              found.get("in").stringValue(),
              found.path("required").asBoolean(false),
              found.get("schema")));
    }
    Map<String, Map<String, JsonNode>> answers = new LinkedHashMap<>();
    node.path("responses")
        .properties()
        .forEach(answer -> {
          Map<String, JsonNode> contents = new LinkedHashMap<>();
          resolve(answer.getValue())
              .path("content")
              .properties()
              .forEach(
                  content -> contents.put(content.getKey(), content.getValue().path("schema")));
          answers.put(answer.getKey(), contents);
        });
    JsonNode security = node.has("security") ? node.get("security") : document.path("security");
    JsonNode body = node.has("requestBody") ? resolve(node.get("requestBody")) : node.path("no");
    return new Operation(
        node.get("operationId").stringValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.path("content").path("application/json").path("schema"),
        body.path("required").asBoolean(false),
        answers,
        security.toString().contains("writeKey"),
        security.isEmpty());
  }
}
