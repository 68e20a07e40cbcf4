package io.cornerstore.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.ApiScope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface of data engineers over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryApiModuleTest {

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      rows: upserts
      version: {column: changed, formats: ["yyyy-MM-dd"]}
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private WholeServer server;
  private String operator = "";
  private String reader = "";

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = WholeServer.startWeb();
    operator = server.key("operator", null, ApiScope.OPERATION);
    reader = server.key("reader", null, ApiScope.SERVICE);
    Files.writeString(folder.resolve("crm.mapping.yaml"), MAPPING);
    Files.writeString(
        folder.resolve("crm.csv"),
        """
        id,first,last,mail,changed
        1,Ada,Quill,ada@example.org,2026-01-01
        2,Ben,Rook,ben@example.org,2026-01-01
        3,Cleo,Sable,cleo@example.org,yesterday
        """);
    server.run(folder);
    server.resolve();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void caller_withoutPurposeOrScope_isRefused() {
    assertThat(server.send("GET", "/api/v1/imports", null, bearer(operator)).statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/v1/imports", null, reader, "operation").statusCode())
        .isEqualTo(403);
    assertThat(call("GET", "/api/v1/imports", null, reader, "service").statusCode()).isEqualTo(403);
    assertThat(call("GET", "/api/v1/exports/golden", null, operator, "service").statusCode())
        .isEqualTo(403);
    assertThat(call("GET", "/api/v1/imports", null, "nobody", "operation").statusCode())
        .isEqualTo(401);
  }

  @Test
  void key_ofOperation_opensNoPageOfModels() {
    for (String path : List.of("/model", "/model/try", "/model/use")) {
      assertThat(server.send("GET", path, null, bearer(operator)).statusCode())
          .as(path)
          .isIn(302, 303);
      assertThat(server.send("POST", path, "{}", bearer(operator)).statusCode())
          .as(path)
          .isIn(302, 303, 403);
    }
    assertThat(call("GET", "/api/v1/model", null, operator, "operation").statusCode())
        .isEqualTo(404);
  }

  @Test
  void row_isShownCorrectedAndTaken() {
    JsonNode group = ok("GET", "/api/v1/quarantine/groups", null).get("groups").get(0);
    assertThat(group.get("rows").intValue()).isEqualTo(1);
    long row = ok("GET", "/api/v1/quarantine", null).get("rows").get(0).get("id").longValue();
    JsonNode content = ok("GET", "/api/v1/quarantine/" + row, null);
    assertThat(content.get("fields").toString()).contains("\"blamed\":true");

    String body = "{\"rows\":[%d],\"values\":{\"changed\":\"2026-01-02\"}}".formatted(row);
    assertThat(ok("POST", "/api/v1/quarantine/preview", body).get("taken").intValue()).isEqualTo(1);
    assertThat(ok("POST", "/api/v1/quarantine/replay", body).get("taken").intValue()).isEqualTo(1);
    assertThat(ok("POST", "/api/v1/quarantine/replay", body).get("rows").intValue()).isZero();
    assertThat(call("GET", "/api/v1/quarantine/" + row, null, operator, "operation").statusCode())
        .isEqualTo(404);
    assertThat(ok("GET", "/api/v1/quarantine?settled=true", null).toString())
        .contains("\"outcome\":\"replayed\"")
        .contains("machine:operator");
    assertThat(call("POST", "/api/v1/quarantine/replay", "{}", operator, "operation").statusCode())
        .isEqualTo(400);
    assertThat(
            call("POST", "/api/v1/quarantine/replay", "{\"feed\":99}", operator, "operation")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void exports_arePaged_withTheFieldsOfThePurpose() {
    JsonNode first = read("/api/v1/exports/golden?limit=1");
    assertThat(first.get("more").booleanValue()).isTrue();
    JsonNode next =
        read("/api/v1/exports/golden?limit=1&cursor=" + first.get("cursor").stringValue());
    assertThat(next.get("rows").get(0).get("fields").get("email").stringValue())
        .endsWith("@example.org");
    assertThat(next.get("rows").get(0).get("customer"))
        .isNotEqualTo(first.get("rows").get(0).get("customer"));
    JsonNode changes = read("/api/v1/exports/changes");
    assertThat(changes.get("rows").size()).isGreaterThanOrEqualTo(2);
    assertThat(
            read("/api/v1/exports/changes?cursor=" + changes.get("cursor").stringValue())
                .get("rows"))
        .isEmpty();
    assertThat(read("/api/v1/exports/cross-reference").toString()).contains("\"key\":\"1\"");
    assertThat(
            call("GET", "/api/v1/exports/changes?cursor=x", null, reader, "service").statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/v1/exports/golden?limit=0", null, reader, "service").statusCode())
        .isEqualTo(400);
  }

  @Test
  void undo_isPreviewed_andNeedsAReason() {
    long run = ok("GET", "/api/v1/imports", null).get("imports").get(0).get("id").longValue();
    long imported =
        ok("GET", "/api/v1/imports?limit=100", null)
            .get("imports")
            .valueStream()
            .filter(one -> one.get("kind").stringValue().equals("import"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .longValue();
    assertThat(ok("GET", "/api/v1/imports/" + run, null).get("id").longValue()).isEqualTo(run);
    JsonNode scope = ok("GET", "/api/v1/imports/" + imported + "/undo", null);
    assertThat(scope.get("records").intValue()).isGreaterThanOrEqualTo(2);
    assertThat(
            call("POST", "/api/v1/imports/" + imported + "/undo", "{}", operator, "operation")
                .statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/v1/imports/999/undo", null, operator, "operation").statusCode())
        .isEqualTo(404);
  }

  @Test
  void webhook_isAddedShownWithoutItsSecretAndRemoved() {
    HttpResponse<String> added =
        call(
            "POST",
            "/api/v1/webhooks",
            "{\"url\":\"https://hooks.example.org/\",\"types\":[\"customer.merged\"]}",
            operator,
            "operation");
    assertThat(added.statusCode()).isEqualTo(201);
    JsonNode endpoint = json.readTree(added.body());
    assertThat(endpoint.get("secret").stringValue()).startsWith("whsec_");
    String id = endpoint.get("endpoint").get("id").stringValue();
    assertThat(ok("GET", "/api/v1/webhooks", null).toString())
        .contains(id)
        .doesNotContain("whsec_");
    assertThat(
            call("POST", "/api/v1/webhooks/" + id + "/test", null, operator, "operation")
                .statusCode())
        .isEqualTo(202);
    assertThat(ok("GET", "/api/v1/webhooks/" + id + "/messages", null).get("messages")).hasSize(1);
    assertThat(
            ok("POST", "/api/v1/webhooks/" + id + "/disable", "{\"reason\":\"moved\"}")
                .get("enabled")
                .booleanValue())
        .isFalse();
    assertThat(
            call(
                    "POST",
                    "/api/v1/webhooks",
                    "{\"url\":\"http://127.0.0.1/\"}",
                    operator,
                    "operation")
                .statusCode())
        .isEqualTo(400);
    assertThat(call("DELETE", "/api/v1/webhooks/" + id, null, operator, "operation").statusCode())
        .isEqualTo(204);
    assertThat(call("GET", "/api/v1/webhooks/" + id, null, operator, "operation").statusCode())
        .isEqualTo(404);
  }

  private JsonNode ok(String method, String path, @Nullable String body) {
    HttpResponse<String> answer = call(method, path, body, operator, "operation");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private JsonNode read(String path) {
    HttpResponse<String> answer = call("GET", path, null, reader, "service");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> call(
      String method, String path, @Nullable String body, String key, String purpose) {
    Map<String, String> headers = new HashMap<>(bearer(key));
    headers.put("X-Purpose", purpose);
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    return server.send(method, path, body, headers);
  }

  private static Map<String, String> bearer(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }
}
