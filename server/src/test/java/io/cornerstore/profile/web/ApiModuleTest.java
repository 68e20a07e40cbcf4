package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Reading over the API, from real databases with keys over the network. */
class ApiModuleTest {

  @RegisterExtension static final Shared<KnownCustomers> SHARED = KnownCustomers.SHARED;

  private final KnownCustomers known;

  ApiModuleTest(KnownCustomers known) {
    this.known = known;
  }

  @Test
  void customer_known_showsGoldenRecordBehaviourAndTimeline() {
    JsonNode customer = known.get("/api/v1/customers/" + known.ada, 200, "/api/v1/customers/{id}");
    assertThat(customer.at("/displayName/text").stringValue()).isEqualTo("Ada Hale");
    assertThat(customer.at("/behaviour/purchases").intValue()).isEqualTo(5);
    assertThat(customer.at("/behaviour/totals/0/net").toString())
        .isEqualTo("{\"amount\":\"61.70\",\"currency\":\"GBP\"}");
    assertThat(customer.at("/behaviour/zone").stringValue()).isEqualTo("Europe/London");
    assertThat(customer.at("/timeline/items").size()).isEqualTo(5);
    assertThat(customer.at("/timeline/items/0/note").stringValue())
        .isEqualTo("left with a neighbour");
    assertThat(customer.at("/fields").toString()).contains("ada.hale@example.org");
  }

  @Test
  void answers_alwaysHaveACorrelationIdAndAreNotStored() {
    HttpResponse<String> response =
        known.server.send(
            "GET",
            "/api/v1/customers/" + known.ada,
            null,
            Map.of("X-Purpose", "service", "X-Correlation-Id", "0123456789abcdef0123456789abcdef"));
    assertThat(response.headers().firstValue("X-Correlation-Id"))
        .contains("0123456789abcdef0123456789abcdef");
    assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void purpose_missingUnknownOrNotHeld_isRefused() {
    String path = "/api/v1/customers/" + known.ada;
    String route = "/api/v1/customers/{id}";
    JsonNode missing =
        known.read(known.server.send("GET", path, null, Map.of()), 400, route, "get");
    assertThat(missing.path("type").stringValue()).endsWith("/problems/purpose-required");
    assertThat(places(missing)).containsExactly("X-Purpose");
    known.read(known.server.send("GET", path, null, Map.of("X-Purpose", "?!")), 400, route, "get");
    known.read(
        known.server.send("GET", path, null, Map.of("X-Purpose", "curiosity")), 403, route, "get");
    known.read(
        known.server.send("GET", path, null, Map.of("X-Purpose", "analysis")), 403, route, "get");
  }

  @Test
  void key_missingOrUnknown_isRefused() {
    String path = "/api/v1/customers/" + known.ada;
    String route = "/api/v1/customers/{id}";
    known.read(
        known.server.send("GET", path, null, Map.of("Authorization", "")), 401, route, "get");
    known.read(
        known.server.send("GET", path, null, Map.of("Authorization", "Bearer cs_nobody")),
        401,
        route,
        "get");
  }

  @Test
  void analyst_seesBehaviourButNoName() {
    String key = known.server.issue("analyst", ApiScope.ANALYSIS);
    HttpResponse<String> response =
        known.server.send(
            "GET",
            "/api/v1/customers/" + known.ada,
            null,
            Map.of("X-Purpose", "analysis", "Authorization", "Bearer " + key));
    JsonNode customer = known.read(response, 200, "/api/v1/customers/{id}", "get");
    assertThat(response.body())
        .doesNotContain("Hale")
        .doesNotContain("example.org")
        .doesNotContain("W-1")
        .doesNotContain("neighbour");
    assertThat(customer.at("/behaviour/purchases").intValue()).isEqualTo(5);
    assertThat(customer.path("masked").toString()).contains("email");
  }

  @Test
  void customer_unknownOrMalformedId_isAProblem() {
    String route = "/api/v1/customers/{id}";
    known.get("/api/v1/customers/00000000-0000-7000-8000-000000000000", 404, route);
    JsonNode problem = known.get("/api/v1/customers/ada", 400, route);
    assertThat(problem.toString()).doesNotContain("\"ada\"");
  }

  @Test
  void timeline_pagesAndFilters() {
    String path = "/api/v1/customers/" + known.ada + "/timeline";
    String route = "/api/v1/customers/{id}/timeline";
    JsonNode first = known.get(path + "?limit=2", 200, route);
    assertThat(first.path("items").size()).isEqualTo(2);
    JsonNode second =
        known.get(path + "?limit=3&cursor=" + first.path("next").stringValue(), 200, route);
    assertThat(second.path("items").size()).isEqualTo(3);
    assertThat(second.has("next")).isFalse();
    assertThat(known.get(path + "?type=return", 200, route).path("items").size()).isZero();
    assertThat(
            known
                .get(path + "?channel=web-order,web-form&from=2026-03-04T00:00:00Z", 200, route)
                .path("items")
                .size())
        .isEqualTo(3);
  }

  @Test
  void timeline_wrongQuery_namesEveryMistake() {
    String path = "/api/v1/customers/" + known.ada + "/timeline";
    String route = "/api/v1/customers/{id}/timeline";
    JsonNode problem =
        known.get(path + "?limit=0&channel=smoke-signal&from=yesterday&type=nap", 400, route);
    assertThat(places(problem)).containsExactlyInAnyOrder("limit", "channel", "from", "type");
    assertThat(places(known.get(path + "?cursor=abc", 400, route))).containsExactly("cursor");
  }

  @Test
  void search_wrongBody_namesEveryMistake() {
    String route = "/api/v1/search";
    JsonNode problem =
        known.read(
            known.server.post(route, "{\"text\":\"\",\"limit\":99,\"colour\":1}", null),
            400,
            route,
            "post");
    assertThat(places(problem)).containsExactlyInAnyOrder("/text", "/limit", "/colour");
    known.read(known.server.post(route, "Ada", null), 400, route, "post");
    assertThat(
            known
                .server
                .send(
                    "POST",
                    route,
                    "text=Ada",
                    Map.of(
                        "X-Purpose",
                        "service",
                        "Content-Type",
                        "application/x-www-form-urlencoded"))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void search_byName_findsWithContactsMasked() {
    HttpResponse<String> response =
        known.server.post("/api/v1/search", "{\"text\":\"Okonkwo\"}", null);
    JsonNode hits = known.read(response, 200, "/api/v1/search", "post");
    assertThat(hits.at("/items/0/displayName/text").asString("")).isEqualTo("Benedict Okonkwo");
    assertThat(hits.at("/items/0/email/text").asString("")).isEqualTo("b•••@example.com");
  }

  @Test
  void otherReadings_answerAsDescribed() {
    for (String what : List.of("explanation", "household", "history", "access-log")) {
      known.get(
          "/api/v1/customers/" + known.ada + "/" + what, 200, "/api/v1/customers/{id}/" + what);
    }
    JsonNode log =
        known.get(
            "/api/v1/customers/" + known.ada + "/access-log?limit=5",
            200,
            "/api/v1/customers/{id}/access-log");
    assertThat(log.at("/items/0/action").stringValue()).isEqualTo("profile.access-log");
  }

  private static List<String> places(JsonNode problem) {
    List<String> places = new ArrayList<>();
    for (JsonNode error : problem.path("errors")) {
      places.add(
          error.path("pointer").asString("")
              + error.path("parameter").asString("")
              + error.path("header").asString(""));
    }
    return places;
  }
}
