package io.cornerstore.profile.web;

import io.cornerstore.contract.JsonSchema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks values against the schemas of our own OpenAPI document. */
final class SchemaCheck {

  private SchemaCheck() {}

  /** What is wrong with a value, by its place; empty when nothing is. */
  static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    return new JsonSchema(document).faults(schema, value);
  }
}
