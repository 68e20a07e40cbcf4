package io.cornerstore.profile.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks values against the schemas of our own OpenAPI document: the keywords it uses, and an error
 * for any other, so that a schema never says more than is checked.
 */
final class SchemaCheck {

  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "format",
          "pattern",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "default");

  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with a value, by its place; empty when nothing is. */
  static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(document);
    check.check(schema, value, "");
    return check.faults;
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    if (schema.has("$ref")) {
      String pointer = schema.get("$ref").stringValue().substring(1);
      JsonNode target = document.at(pointer);
      if (target.isMissingNode()) {
        faults.add(place + ": there is no " + pointer);
        return;
      }
      check(target, value, place);
      return;
    }
    for (String keyword : schema.propertyNames()) {
      if (!KNOWN.contains(keyword)) {
        faults.add(place + ": keyword " + keyword + " is not checked");
      }
    }
    switch (schema.path("type").asString("")) {
      case "object" -> object(schema, value, place);
      case "array" -> array(schema, value, place);
      case "string" -> string(schema, value, place);
      case "integer" -> number(schema, value, place, value.isIntegralNumber());
      case "number" -> number(schema, value, place, value.isNumber());
      case "boolean" -> expect(value.isBoolean(), place, "is no boolean");
      default -> faults.add(place + ": the schema has no type");
    }
  }

  private void object(JsonNode schema, JsonNode value, String place) {
    expect(value.isObject(), place, "is no object");
    for (JsonNode name : schema.path("required")) {
      expect(value.has(name.stringValue()), place, "lacks " + name.stringValue());
    }
    JsonNode more = schema.path("additionalProperties");
    for (var member : value.properties()) {
      JsonNode known = schema.path("properties").path(member.getKey());
      String inside = place + "/" + member.getKey();
      if (!known.isMissingNode()) {
        check(known, member.getValue(), inside);
      } else if (more.isObject()) {
        check(more, member.getValue(), inside);
      } else {
        expect(!more.isBoolean(), inside, "is not described");
      }
    }
  }

  private void array(JsonNode schema, JsonNode value, String place) {
    expect(value.isArray(), place, "is no array");
    expect(value.size() >= schema.path("minItems").asInt(0), place, "is too short");
    expect(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), place, "is too long");
    for (int i = 0; i < value.size(); i++) {
      check(schema.path("items"), value.get(i), place + "/" + i);
    }
  }

  private void number(JsonNode schema, JsonNode value, String place, boolean fits) {
    expect(fits, place, "is not the right kind of number");
    if (fits) {
      double number = value.doubleValue();
      expect(number >= schema.path("minimum").asDouble(number), place, "is too small");
      expect(number <= schema.path("maximum").asDouble(number), place, "is too large");
    }
  }

  private void string(JsonNode schema, JsonNode value, String place) {
    if (!value.isString()) {
      faults.add(place + ": is no string");
      return;
    }
    String text = value.stringValue();
    expect(text.length() >= schema.path("minLength").asInt(0), place, "is too short");
    expect(
        text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), place, "is too long");
    JsonNode allowed = schema.path("enum");
    boolean listed = allowed.isMissingNode();
    for (JsonNode one : allowed) {
      listed |= one.stringValue().equals(text);
    }
    expect(listed, place, "is none of the enum: " + text);
    String pattern = schema.path("pattern").asString("");
    expect(pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find(), place, "differs");
    expect(formatted(schema.path("format").asString(""), text), place, "has another format");
  }

  private static boolean formatted(String format, String text) {
    try {
      return switch (format) {
        case "" -> true;
        case "uuid" -> UUID.fromString(text).toString().equals(text);
        case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
        case "uri" -> URI.create(text).isAbsolute();
        default -> false;
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private void expect(boolean holds, String place, String otherwise) {
    if (!holds) {
      faults.add(place + ": " + otherwise);
    }
  }
}
