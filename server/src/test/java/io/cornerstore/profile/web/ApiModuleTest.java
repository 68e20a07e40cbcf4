package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.identity.Customers;
import io.cornerstore.intake.IncomingEvent;
import io.cornerstore.intake.IncomingEvent.GivenValue;
import io.cornerstore.intake.Interaction;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.intake.Party;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.Basis;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over the whole server: real databases, keys and network. */
class ApiModuleTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

  private static ApiServer server;
  private static JsonNode document;
  private static String ada;

  @BeforeAll
  static void start() throws Exception {
    server = ApiServer.start();
    document = JSON.readTree(server.send("GET", "/openapi.json", null, Map.of()).body());
    List<IncomingEvent> events = new ArrayList<>();
    events.add(person("crm", "c-1", "Ada", "Hale", "ada.hale@example.org"));
    events.add(person("crm", "c-2", "Benedict", "Okonkwo", "ben@example.com"));
    for (int i = 0; i < 5; i++) {
      events.add(purchase("c-1", "W-" + i, AT.plusSeconds(86_400L * i)));
    }
    server.submit(events);
    ada = idOf("ada.hale@example.org");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static IncomingEvent person(
      String source, String key, String given, String family, String email) {
    return event(
        source,
        key,
        "p-" + key,
        List.of(
            new GivenValue(PersonalField.GIVEN_NAME, given),
            new GivenValue(PersonalField.FAMILY_NAME, family),
            new GivenValue(PersonalField.EMAIL, email),
            new GivenValue(PersonalField.COUNTRY, "GB")),
        null,
        AT);
  }

  private static IncomingEvent purchase(String key, String order, Instant at) {
    OrderLine line =
        new OrderLine(
            "S1",
            "Green tea",
            BigDecimal.TWO,
            null,
            new Money(1234, "GBP"),
            "Tea",
            "Leafworks",
            true);
    return event(
        "crm",
        key,
        "o-" + order,
        List.of(),
        new Interaction(
            InteractionType.PURCHASE,
            order,
            null,
            null,
            null,
            null,
            "left with a neighbour",
            null,
            null,
            null,
            List.of(line)),
        at);
  }

  private static IncomingEvent event(
      String source,
      String key,
      String message,
      List<GivenValue> values,
      @Nullable Interaction interaction,
      Instant at) {
    return new IncomingEvent(
        new SourceSystem(source),
        Channel.WEB_ORDER,
        Party.FIRST_PARTY,
        Basis.DECLARED,
        60,
        message,
        new IncomingEvent.Subject(new SourceSystem(source), key, SubjectKind.PERSON),
        values,
        interaction,
        Map.of(),
        "GB",
        at,
        at);
  }

  private static String idOf(String text) {
    JsonNode hits =
        read(
            server.post("/api/v1/search", "{\"text\":\"" + text + "\"}", null),
            200,
            "/api/v1/search",
            "post");
    return hits.path("items").path(0).path("id").asString("");
  }

  /** The body of an answer that must have that status and fit its description. */
  private static JsonNode read(
      HttpResponse<String> response, int status, String route, String method) {
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

  private static JsonNode get(String path, int status, String route) {
    return read(server.get(path), status, route, "get");
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

  @Test
  void customer_known_showsGoldenRecordBehaviourAndTimeline() {
    JsonNode customer = get("/api/v1/customers/" + ada, 200, "/api/v1/customers/{id}");
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
        server.send(
            "GET",
            "/api/v1/customers/" + ada,
            null,
            Map.of("X-Purpose", "service", "X-Correlation-Id", "0123456789abcdef0123456789abcdef"));
    assertThat(response.headers().firstValue("X-Correlation-Id"))
        .contains("0123456789abcdef0123456789abcdef");
    assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void purpose_missingUnknownOrNotHeld_isRefused() {
    String path = "/api/v1/customers/" + ada;
    String route = "/api/v1/customers/{id}";
    JsonNode missing = read(server.send("GET", path, null, Map.of()), 400, route, "get");
    assertThat(missing.path("type").stringValue()).endsWith("/problems/purpose-required");
    assertThat(places(missing)).containsExactly("X-Purpose");
    read(server.send("GET", path, null, Map.of("X-Purpose", "?!")), 400, route, "get");
    read(server.send("GET", path, null, Map.of("X-Purpose", "curiosity")), 403, route, "get");
    read(server.send("GET", path, null, Map.of("X-Purpose", "analysis")), 403, route, "get");
  }

  @Test
  void key_missingOrUnknown_isRefused() {
    String path = "/api/v1/customers/" + ada;
    String route = "/api/v1/customers/{id}";
    read(server.send("GET", path, null, Map.of("Authorization", "")), 401, route, "get");
    read(
        server.send("GET", path, null, Map.of("Authorization", "Bearer cs_nobody")),
        401,
        route,
        "get");
  }

  @Test
  void analyst_seesBehaviourButNoName() {
    String key = server.issue("analyst", ApiScope.ANALYSIS);
    HttpResponse<String> response =
        server.send(
            "GET",
            "/api/v1/customers/" + ada,
            null,
            Map.of("X-Purpose", "analysis", "Authorization", "Bearer " + key));
    JsonNode customer = read(response, 200, "/api/v1/customers/{id}", "get");
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
    get("/api/v1/customers/00000000-0000-7000-8000-000000000000", 404, route);
    JsonNode problem = get("/api/v1/customers/ada", 400, route);
    assertThat(problem.toString()).doesNotContain("\"ada\"");
  }

  @Test
  void timeline_pagesAndFilters() {
    String path = "/api/v1/customers/" + ada + "/timeline";
    String route = "/api/v1/customers/{id}/timeline";
    JsonNode first = get(path + "?limit=2", 200, route);
    assertThat(first.path("items").size()).isEqualTo(2);
    JsonNode second = get(path + "?limit=3&cursor=" + first.path("next").stringValue(), 200, route);
    assertThat(second.path("items").size()).isEqualTo(3);
    assertThat(second.has("next")).isFalse();
    assertThat(get(path + "?type=return", 200, route).path("items").size()).isZero();
    assertThat(
            get(path + "?channel=web-order,web-form&from=2026-03-04T00:00:00Z", 200, route)
                .path("items")
                .size())
        .isEqualTo(3);
  }

  @Test
  void timeline_wrongQuery_namesEveryMistake() {
    String path = "/api/v1/customers/" + ada + "/timeline";
    String route = "/api/v1/customers/{id}/timeline";
    JsonNode problem =
        get(path + "?limit=0&channel=smoke-signal&from=yesterday&type=nap", 400, route);
    assertThat(places(problem)).containsExactlyInAnyOrder("limit", "channel", "from", "type");
    assertThat(places(get(path + "?cursor=abc", 400, route))).containsExactly("cursor");
  }

  @Test
  void search_wrongBody_namesEveryMistake() {
    String route = "/api/v1/search";
    JsonNode problem =
        read(
            server.post(route, "{\"text\":\"\",\"limit\":99,\"colour\":1}", null),
            400,
            route,
            "post");
    assertThat(places(problem)).containsExactlyInAnyOrder("/text", "/limit", "/colour");
    read(server.post(route, "Ada", null), 400, route, "post");
    assertThat(
            server
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
    HttpResponse<String> response = server.post("/api/v1/search", "{\"text\":\"Okonkwo\"}", null);
    JsonNode hits = read(response, 200, "/api/v1/search", "post");
    assertThat(hits.at("/items/0/displayName/text").asString("")).isEqualTo("Benedict Okonkwo");
    assertThat(hits.at("/items/0/email/text").asString("")).isEqualTo("b•••@example.com");
  }

  @Test
  void otherReadings_answerAsDescribed() {
    for (String what : List.of("explanation", "household", "history", "access-log")) {
      get("/api/v1/customers/" + ada + "/" + what, 200, "/api/v1/customers/{id}/" + what);
    }
    JsonNode log =
        get(
            "/api/v1/customers/" + ada + "/access-log?limit=5",
            200,
            "/api/v1/customers/{id}/access-log");
    assertThat(log.at("/items/0/action").stringValue()).isEqualTo("profile.access-log");
  }

  @Test
  void mergeAndUndo_sentTwice_areCarriedOutOnce() throws Exception {
    server.submit(
        List.of(
            person("crm", "m-1", "Cornelia", "Vandersloot", "cv@example.net"),
            person("crm", "m-2", "Theodora", "Quillfeather", "tq@example.net")));
    String one = idOf("cv@example.net");
    String two = idOf("tq@example.net");
    String before = server.get("/api/v1/customers/" + two).body();
    String body = "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"same person\"}".formatted(one, two);
    String merges = "/api/v1/merges";
    JsonNode first = read(server.post(merges, body, "k-1"), 201, merges, "post");
    JsonNode again = read(server.post(merges, body, "k-1"), 201, merges, "post");
    assertThat(again).isEqualTo(first);
    read(server.post(merges, body, "k-2"), 409, merges, "post");
    read(server.post(merges, body.replace("same", "one"), "k-1"), 422, merges, "post");
    read(server.post(merges, body, null), 400, merges, "post");
    for (String id : List.of(one, two)) {
      JsonNode merged = get("/api/v1/customers/" + id, 200, "/api/v1/customers/{id}");
      assertThat(merged.path("id")).isEqualTo(first.at("/moves/0/to"));
      assertThat(merged.at("/identity/subjects").intValue()).isEqualTo(2);
    }

    String undo = "/api/v1/decisions/" + first.path("decision").stringValue() + "/undo";
    String route = "/api/v1/decisions/{id}/undo";
    String why = "{\"reason\":\"two people\"}";
    JsonNode undone = read(server.post(undo, why, "k-3"), 201, route, "post");
    assertThat(read(server.post(undo, why, "k-3"), 201, route, "post")).isEqualTo(undone);
    JsonNode after = JSON.readTree(server.get("/api/v1/customers/" + two).body());
    JsonNode then = JSON.readTree(before);
    for (String part : List.of("id", "displayName", "fields", "sources", "behaviour", "timeline")) {
      assertThat(after.path(part)).as(part).isEqualTo(then.path(part));
    }
    assertThat(server.bean(Customers.class).count()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void split_bySomeSubjects_formsAnother() throws Exception {
    server.submit(
        List.of(
            person("crm", "s-1", "Ingrid", "Solheim", "ingrid.solheim@example.net"),
            person("shop", "s-2", "Ingrid", "Solheim", "ingrid.solheim@example.net")));
    String id = idOf("ingrid.solheim@example.net");
    JsonNode graph =
        get("/api/v1/customers/" + id + "/explanation", 200, "/api/v1/customers/{id}/explanation");
    assertThat(graph.path("subjects").size()).isEqualTo(2);
    String splits = "/api/v1/splits";
    JsonNode outcome =
        read(
            server.post(
                splits,
                "{\"customer\":\"%s\",\"subjects\":[\"%s\"],\"reason\":\"mother and daughter\"}"
                    .formatted(id, graph.at("/subjects/1").stringValue()),
                "s-1"),
            201,
            splits,
            "post");
    String formed = outcome.at("/moves/0/to").stringValue();
    assertThat(formed).isNotEqualTo(id);
    get("/api/v1/customers/" + formed, 200, "/api/v1/customers/{id}");
  }

  @Test
  void decisions_withoutTheScope_areRefused() {
    String key = server.issue("clerk", ApiScope.SERVICE);
    HttpResponse<String> response =
        server.send(
            "POST",
            "/api/v1/merges",
            "{\"customers\":[\"%s\",\"%s\"],\"reason\":\"x\"}".formatted(ada, ada),
            Map.of(
                "X-Purpose",
                "service",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "c-1",
                "Authorization",
                "Bearer " + key));
    read(response, 403, "/api/v1/merges", "post");
  }

  @Test
  void problems_ofEveryType_areExplainedForPeopleAndPrograms() {
    for (ProblemType type : ProblemType.values()) {
      HttpResponse<String> page =
          server.send("GET", "/problems/" + type.slug(), null, Map.of("Accept", "text/html"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"en\">", "<h1>" + type.title() + "</h1>", type.explanation())
          .doesNotContain("style=");
      HttpResponse<String> json =
          server.send(
              "GET", "/problems/" + type.slug(), null, Map.of("Accept", "application/json"));
      read(json, 200, "/problems/{slug}", "get");
    }
    read(
        server.send("GET", "/problems", null, Map.of("Accept", "application/json")),
        200,
        "/problems",
        "get");
  }

  @Test
  void unknownPathOrMethod_isAProblemToo() {
    HttpResponse<String> nothing = server.get("/api/v1/nothing");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(nothing.body()).path("type").stringValue())
        .endsWith("/problems/not-found");
    HttpResponse<String> method =
        server.send("DELETE", "/api/v1/customers/" + ada, null, Map.of("X-Purpose", "stewardship"));
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(JSON.readTree(method.body()).path("correlationId").stringValue()).isNotEmpty();
  }

  @Test
  void openApi_describesEveryRouteAndNoOther() {
    Set<String> mapped = new TreeSet<>();
    server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, _) ->
            info.getPatternValues().stream()
                .filter(ApiModuleTest::described)
                .forEach(path ->
                    info.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name().toLowerCase(Locale.ROOT))
                        .forEach(method -> mapped.add(method + " " + path))));
    Set<String> described = new TreeSet<>();
    document.path("paths").properties().stream()
        .filter(path -> described(path.getKey()))
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + " " + path.getKey())));
    assertThat(described).isEqualTo(mapped);
  }

  /** The events API is a servlet of its own, held against its description by its own tests. */
  private static boolean described(String path) {
    return path.startsWith("/api/") || path.startsWith("/problems");
  }

  @Test
  void openApi_referencesAndOperationIds_areSound() {
    Set<String> ids = new HashSet<>();
    document
        .path("paths")
        .forEach(path ->
            path.forEach(operation ->
                assertThat(ids.add(operation.path("operationId").stringValue())).isTrue()));
    document
        .findValues("$ref")
        .forEach(reference ->
            assertThat(document.at(reference.stringValue().substring(1)).isMissingNode())
                .as(reference.stringValue())
                .isFalse());
  }
}
