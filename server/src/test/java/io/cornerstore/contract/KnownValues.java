package io.cornerstore.contract;

import io.cornerstore.contract.ApiDescription.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Ids, cursors and purposes that the server has shown, so that later requests reach what exists. By
 * the kind of thing they name.
 */
final class KnownValues {

  /** Names of members in answers, and the kind of what they name. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("customer", "customer"),
          Map.entry("customers", "customer"),
          Map.entry("notThese", "customer"),
          Map.entry("subject", "subject"),
          Map.entry("subjects", "subject"),
          Map.entry("decision", "decision"),
          Map.entry("statement", "statement"),
          Map.entry("run", "run"),
          Map.entry("row", "row"),
          Map.entry("rows", "row"),
          Map.entry("feed", "feed"),
          Map.entry("cursor", "cursor"),
          Map.entry("next", "cursor"));

  /** What {@code id} means below a path. */
  private static final Map<String, String> IDS =
      Map.of(
          "/api/v1/customers", "customer",
          "/api/v1/decisions", "decision",
          "/api/v1/webhooks", "endpoint",
          "/api/v1/imports", "run",
          "/api/v1/quarantine", "row");

  private final Map<String, Set<String>> values = new LinkedHashMap<>();
  private final Map<String, String> stated = new LinkedHashMap<>();
  private final Map<String, String> merged = new LinkedHashMap<>();
  private final Map<String, String> purposes = new LinkedHashMap<>();
  private final Map<String, Integer> tried = new LinkedHashMap<>();

  /** A value for a parameter or member of that name, when one is known. */
  Optional<String> find(Operation operation, String name, Random random) {
    Set<String> found =
        values.getOrDefault(
            name.equals("id") ? kindOfId(operation) : scoped(operation, name), Set.of());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ArrayList<>(found).get(random.nextInt(found.size())));
  }

  /** The purpose for which an operation was once allowed; until then one after the other. */
  String purpose(Operation operation, List<String> all) {
    String allowed = purposes.get(operation.id());
    return allowed != null
        ? allowed
        : all.get(tried.merge(operation.id(), 1, Integer::sum) % all.size());
  }

  void allowed(Operation operation, String purpose) {
    purposes.put(operation.id(), purpose);
  }

  void add(String kind, String value) {
    values.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(value);
  }

  /** Forgets what a path names: it is there no more. */
  void forget(Operation operation, String target) {
    for (String part : target.split("[/?]", -1)) {
      forget(kindOfId(operation), part);
      forget("statement", part);
    }
  }

  private void forget(String kind, String value) {
    Set<String> known = values.get(kind);
    if (known != null) {
      known.remove(value);
    }
  }

  /** Remembers what an answer names. */
  void learn(Operation operation, JsonNode answer) {
    learn(operation, "", answer);
  }

  /** The customer for whom a statement was written down. */
  Optional<String> findCustomerOf(String statement) {
    return Optional.ofNullable(stated.get(statement));
  }

  /** A subject that was merged into a customer, and which: what can be split off again. */
  Optional<Map.Entry<String, String>> findMerged(Random random) {
    return merged.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArrayList<>(merged.entrySet()).get(random.nextInt(merged.size())));
  }

  private void learn(Operation operation, String member, JsonNode node) {
    if (node.isObject()) {
      if (node.has("statement") && node.has("customer")) {
        stated.put(node.get("statement").stringValue(), node.get("customer").stringValue());
      }
      if (node.has("subject") && node.has("to") && operation.id().equals("merge")) {
        merged.put(node.get("subject").stringValue(), node.get("to").stringValue());
      }
      node.properties().forEach(each -> learn(operation, each.getKey(), each.getValue()));
    } else if (node.isArray()) {
      node.forEach(each -> learn(operation, member, each));
    } else if (node.isString() || node.isIntegralNumber()) {
      String kind = member.equals("id") ? kindOfAnswer(operation) : scoped(operation, member);
      // Counts are called rows and customers, too.
      boolean count = node.isIntegralNumber() && (member.equals("rows") || kind.equals("customer"));
      if (!kind.isEmpty() && !count) {
        add(kind, node.asString());
      }
    }
  }

  /** Cursors belong to the operation that gave them. */
  private static String scoped(Operation operation, String name) {
    String kind = KINDS.getOrDefault(name, "");
    return kind.equals("cursor") ? "cursor of " + operation.id() : kind;
  }

  private static String kindOfAnswer(Operation operation) {
    return operation.path().endsWith("/statements") ? "statement" : kindOfId(operation);
  }

  private static String kindOfId(Operation operation) {
    List<String> parts = List.of(operation.path().split("/"));
    return IDS.getOrDefault(String.join("/", parts.subList(0, Math.min(4, parts.size()))), "");
  }
}
