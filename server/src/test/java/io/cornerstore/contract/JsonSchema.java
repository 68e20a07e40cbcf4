package io.cornerstore.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas of an OpenAPI 3.1 document, which are JSON Schema 2020-12, formats included. Thread-safe.
 */
public final class JsonSchema {

  private final JsonNode document;
  private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  /** Of this document; references into its components are followed. */
  public JsonSchema(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with a value, by its place; empty when nothing is. */
  public List<String> faults(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        // The message may repeat the value, which is fine: the values here are made up.
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    schema.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
    // Where the references lead to; "$defs" would be the usual place, and change them all.
    whole.set("components", document.path("components"));
    return registry.getSchema(whole);
  }
}
