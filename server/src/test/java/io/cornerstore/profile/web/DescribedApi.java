package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server, whose answers have to fit the description it gives of itself. */
final class DescribedApi implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  final ApiServer server;
  final JsonNode document;

  private DescribedApi(ApiServer server) {
    this.server = server;
    this.document = JSON.readTree(server.send("GET", "/openapi.json", null, Map.of()).body());
  }

  static DescribedApi start() {
    return new DescribedApi(ApiServer.start());
  }

  /** The body of an answer that must have that status and fit its description. */
  JsonNode read(HttpResponse<String> response, int status, String route, String method) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    String type =
        response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip();
    assertThat(type).isEqualTo(status < 400 ? "application/json" : "application/problem+json");
    JsonNode described =
        document.path("paths").path(route).path(method).path("responses").path("" + status);
    if (described.has("$ref")) {
      described = document.at(described.get("$ref").stringValue().substring(1));
    }
    JsonNode schema = described.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as("%s %s %d %s", method, route, status, type).isFalse();
    JsonNode body = JSON.readTree(response.body());
    assertThat(SchemaCheck.faults(document, schema, body)).isEmpty();
    return body;
  }

  @Override
  public void close() {
    server.close();
  }
}
