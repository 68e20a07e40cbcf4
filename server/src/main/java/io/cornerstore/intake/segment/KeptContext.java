package io.cornerstore.intake.segment;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The parts of an event's context that somebody here has a use for. Device, screen, operating
 * system and advertising ids are not kept, nor is the address of a browser.
 */
final class KeptContext {

  private static final List<Part> KEPT =
      List.of(
          new Part("page", List.of("url", "path", "referrer", "title")),
          new Part("campaign", List.of("source", "medium", "name", "term", "content")),
          new Part("library", List.of("name", "version")),
          new Part("app", List.of("name", "version")),
          new Part("consent", List.of("categoryPreferences")),
          new Part("sources", List.of("job_id", "task_id", "version")));

  private static final List<String> SERVER_LIBRARIES =
      List.of("node", "java", "python", "ruby", "go", "php", "net", "csharp", "rust");

  private final @Nullable JsonNode own;
  private final @Nullable JsonNode shared;

  private record Part(String name, List<String> fields) {}

  /**
   * Of an event.
   *
   * @param own the event's context
   * @param shared that of its batch, for parts the event's has not
   */
  KeptContext(@Nullable JsonNode own, @Nullable JsonNode shared) {
    this.own = own;
    this.shared = shared;
  }

  /** A part of the context, or nothing. */
  JsonNode part(String name) {
    JsonNode part = own == null ? null : own.get(name);
    if (part == null && shared != null) {
      part = shared.get(name);
    }
    return part == null ? MissingNode.getInstance() : part;
  }

  /** Name of the client's library, in lower case. */
  String library() {
    String name = WireText.id(part("library").get("name"));
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }

  void keep(ExtraValues extra, Door door) {
    for (Part part : KEPT) {
      JsonNode node = part(part.name);
      for (String field : part.fields) {
        JsonNode value = node.get(field);
        if (value != null) {
          extra.flatten("context." + part.name + "." + field, value);
        }
      }
    }
    extra.put("context.locale", WireText.id(part("locale")));
    extra.put("context.timezone", WireText.id(part("timezone")));
    extra.flatten("context.externalIds", part("externalIds"));
    if (door == Door.LIBRARY && fromServer()) {
      extra.put("context.ip", WireText.id(part("ip")));
    }
  }

  /** Only a program on a server sends an address because it was told to. */
  private boolean fromServer() {
    String library = library();
    int end = Math.max(library.lastIndexOf('-'), library.lastIndexOf('.'));
    return SERVER_LIBRARIES.contains(library.substring(end + 1));
  }
}
