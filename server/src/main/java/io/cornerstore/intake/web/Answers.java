package io.cornerstore.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the clients want them: always JSON, since one of them takes anything else for a
 * failure and sends again, and errors with the keys of three dialects. Thread-safe.
 */
final class Answers {

  private static final byte[] SUCCESS = "{\"success\": true}".getBytes(StandardCharsets.UTF_8);

  /** One transparent pixel (GIF89a). */
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final JsonMapper json;
  private final Clock clock;

  Answers(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  void success(HttpServletResponse response) throws IOException {
    write(response, 200, "application/json", SUCCESS);
  }

  void pixel(HttpServletResponse response) throws IOException {
    write(response, 200, "image/gif", PIXEL);
  }

  void body(HttpServletResponse response, int status, JsonNode body) throws IOException {
    write(response, status, "application/json", json.writeValueAsBytes(body));
  }

  void refusal(HttpServletResponse response, CallRefused refused) throws IOException {
    if (refused.retryAfterSeconds() > 0) {
      response.setHeader("Retry-After", Integer.toString(refused.retryAfterSeconds()));
      response.setHeader(
          "X-RateLimit-Reset",
          Long.toString(clock.instant().getEpochSecond() + refused.retryAfterSeconds()));
    }
    if (refused.status() == 401) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"events\"");
    }
    String message = String.valueOf(refused.getMessage());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", refused.code());
    body.put("message", message);
    ObjectNode error = body.objectNode();
    error.put("code", refused.code());
    error.put("message", message);
    body.set("error", error);
    body(response, refused.status(), body);
  }

  private static void write(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
