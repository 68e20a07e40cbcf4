package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.identity.Customers;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions over the API: merges, splits and taking them back. */
class ApiDecisionsModuleTest {

  @RegisterExtension static final Shared<KnownCustomers> SHARED = KnownCustomers.SHARED;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final KnownCustomers known;

  ApiDecisionsModuleTest(KnownCustomers known) {
    this.known = known;
  }

  @Test
  void mergeAndUndo_sentTwice_areCarriedOutOnce() throws Exception {
    known.server.submit(
        List.of(
            KnownCustomers.person("crm", "m-1", "Cornelia", "Vandersloot", "cv@example.net"),
            KnownCustomers.person("crm", "m-2", "Theodora", "Quillfeather", "tq@example.net")));
    String one = known.idOf("cv@example.net");
    String two = known.idOf("tq@example.net");
    String before = known.server.get("/api/v1/customers/" + two).body();
    String body = "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same person\"}".formatted(one, two);
    String merges = "/api/v1/merges";
    JsonNode first = known.read(known.server.post(merges, body, "k-1"), 201, merges, "post");
    JsonNode again = known.read(known.server.post(merges, body, "k-1"), 201, merges, "post");
    assertThat(again).isEqualTo(first);
    known.read(known.server.post(merges, body, "k-2"), 409, merges, "post");
    known.read(known.server.post(merges, body.replace("same", "one"), "k-1"), 422, merges, "post");
    known.read(known.server.post(merges, body, null), 400, merges, "post");
    for (String id : List.of(one, two)) {
      JsonNode merged = known.get("/api/v1/customers/" + id, 200, "/api/v1/customers/{id}");
      assertThat(merged.path("id")).isEqualTo(first.at("/moves/0/to"));
      assertThat(merged.at("/identity/subjects").intValue()).isEqualTo(2);
    }

    String undo = "/api/v1/decisions/" + first.path("decision").stringValue() + "/undo";
    String route = "/api/v1/decisions/{id}/undo";
    String why = "{\"reason\":\"two people\"}";
    JsonNode undone = known.read(known.server.post(undo, why, "k-3"), 201, route, "post");
    assertThat(known.read(known.server.post(undo, why, "k-3"), 201, route, "post"))
        .isEqualTo(undone);
    JsonNode after = JSON.readTree(known.server.get("/api/v1/customers/" + two).body());
    JsonNode then = JSON.readTree(before);
    for (String part : List.of("id", "displayName", "fields", "sources", "behaviour", "timeline")) {
      assertThat(after.path(part)).as(part).isEqualTo(then.path(part));
    }
    assertThat(known.server.bean(Customers.class).count()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void split_bySomeSubjects_formsAnother() throws Exception {
    known.server.submit(
        List.of(
            KnownCustomers.person("crm", "s-1", "Ingrid", "Solheim", "ingrid.solheim@example.net"),
            KnownCustomers.person(
                "shop", "s-2", "Ingrid", "Solheim", "ingrid.solheim@example.net")));
    String id = known.idOf("ingrid.solheim@example.net");
    JsonNode graph =
        known.get(
            "/api/v1/customers/" + id + "/explanation", 200, "/api/v1/customers/{id}/explanation");
    assertThat(graph.path("subjects").size()).isEqualTo(2);
    String splits = "/api/v1/splits";
    JsonNode outcome =
        known.read(
            known.server.post(
                splits,
                "{\"customer\":\"%s\",\"subjects\":[\"%s\"],\"reason\":\"mother and daughter\"}"
                    .formatted(id, graph.at("/subjects/1").stringValue()),
                "s-1"),
            201,
            splits,
            "post");
    String formed = outcome.at("/moves/0/to").stringValue();
    assertThat(formed).isNotEqualTo(id);
    known.get("/api/v1/customers/" + formed, 200, "/api/v1/customers/{id}");
  }

  @Test
  void decisions_withoutTheScope_areRefused() {
    String key = known.server.issue("clerk", ApiScope.SERVICE);
    HttpResponse<String> response =
        known.server.send(
            "POST",
            "/api/v1/merges",
            "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"x\"}".formatted(known.ada, known.ada),
            Map.of(
                "X-Purpose",
                "service",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "c-1",
                "Authorization",
                "Bearer " + key));
    known.read(response, 403, "/api/v1/merges", "post");
  }
}
