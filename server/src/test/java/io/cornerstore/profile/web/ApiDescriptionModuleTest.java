package io.cornerstore.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What the API says of itself: its description, and what its problems mean. */
class ApiDescriptionModuleTest {

  @RegisterExtension static final Shared<KnownCustomers> SHARED = KnownCustomers.SHARED;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final KnownCustomers known;

  ApiDescriptionModuleTest(KnownCustomers known) {
    this.known = known;
  }

  @Test
  void problems_ofEveryType_areExplainedForPeopleAndPrograms() {
    for (ProblemType type : ProblemType.values()) {
      HttpResponse<String> page =
          known.server.send("GET", "/problems/" + type.slug(), null, Map.of("Accept", "text/html"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"en\">", "<h1>" + type.title() + "</h1>", type.explanation())
          .doesNotContain("style=");
      HttpResponse<String> json =
          known.server.send(
              "GET", "/problems/" + type.slug(), null, Map.of("Accept", "application/json"));
      known.read(json, 200, "/problems/{slug}", "get");
    }
    known.read(
        known.server.send("GET", "/problems", null, Map.of("Accept", "application/json")),
        200,
        "/problems",
        "get");
  }

  @Test
  void unknownPathOrMethod_isAProblemToo() {
    HttpResponse<String> nothing = known.server.get("/api/v1/nothing");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(nothing.body()).path("type").stringValue())
        .endsWith("/problems/not-found");
    HttpResponse<String> method =
        known.server.send(
            "DELETE", "/api/v1/customers/" + known.ada, null, Map.of("X-Purpose", "stewardship"));
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(JSON.readTree(method.body()).path("correlationId").stringValue()).isNotEmpty();
  }

  @Test
  void openApi_describesEveryRouteAndNoOther() {
    Set<String> mapped = new TreeSet<>();
    known
        .server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, _) ->
            info.getPatternValues().stream()
                .filter(ApiDescriptionModuleTest::described)
                .forEach(path ->
                    info.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name().toLowerCase(Locale.ROOT))
                        .forEach(method -> mapped.add(method + " " + path))));
    Set<String> described = new TreeSet<>();
    known.document.path("paths").properties().stream()
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
    known
        .document
        .path("paths")
        .forEach(path ->
            path.forEach(operation ->
                assertThat(ids.add(operation.path("operationId").stringValue())).isTrue()));
    known
        .document
        .findValues("$ref")
        .forEach(reference ->
            assertThat(known.document.at(reference.stringValue().substring(1)).isMissingNode())
                .as(reference.stringValue())
                .isFalse());
  }
}
