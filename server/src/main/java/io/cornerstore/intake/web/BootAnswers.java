package io.cornerstore.intake.web;

import io.cornerstore.kernel.SourceSystem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What clients ask for before they send their first event. Thread-safe. */
final class BootAnswers {

  private final @Nullable URI publicUrl;
  private final Clock clock;

  BootAnswers(@Nullable String publicUrl, Clock clock) {
    this.publicUrl = publicUrl == null ? null : URI.create(publicUrl);
    this.clock = clock;
  }

  /** For the clients of Segment: send everything here, to no other destination, no metrics. */
  ObjectNode settings(String key, HttpServletRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode own = body.putObject("integrations").putObject("Segment.io");
    own.put("apiKey", key);
    own.put("apiHost", host(request) + "/v1");
    own.put("protocol", publicUrl == null ? request.getScheme() : publicUrl.getScheme());
    ObjectNode standard = body.putObject("plan").putObject("track").putObject("__default");
    standard.put("enabled", true);
    standard.putObject("integrations");
    body.putObject("metrics").put("sampleRate", 0);
    return body;
  }

  /** For the clients of RudderStack: the source works and has no destinations of its own. */
  ObjectNode sourceConfig(String key, SourceSystem source) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode node = body.putObject("source");
    node.put("id", source.code());
    node.put("name", source.code());
    node.put("writeKey", key);
    node.put("enabled", true);
    node.put("workspaceId", "cornerstore");
    node.putObject("config");
    node.putArray("destinations");
    body.put("updatedAt", clock.instant().toString());
    return body;
  }

  private String host(HttpServletRequest request) {
    if (publicUrl != null) {
      String path = publicUrl.getPath();
      return publicUrl.getAuthority()
          + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
    boolean usual = request.getServerPort() == (request.getScheme().equals("https") ? 443 : 80);
    return request.getServerName()
        + (usual ? "" : ":" + request.getServerPort())
        + request.getContextPath();
  }
}
