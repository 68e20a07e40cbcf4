package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static io.cornerstore.intake.web.EventsSite.PAGE;
import static io.cornerstore.intake.web.EventsSite.assertRefused;
import static io.cornerstore.intake.web.EventsSite.assertSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and keys, over HTTP, as the client libraries do it. */
class EventsApiModuleTest {

  @RegisterExtension static final Shared<EventsSite> SITE = EventsSite.SHARED;

  private final EventsSite site;

  EventsApiModuleTest(EventsSite site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/v1/b", "/v1/import", "/beacon/v1/batch"})
  void batchPaths_withAndWithoutSlash_take(String path) {
    String body = "{\"batch\":[" + PAGE + "]}";
    assertSuccess(site.post(path, body));
    assertSuccess(site.post(path + "/", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identify",
        "track",
        "page",
        "screen",
        "group",
        "alias",
        "i",
        "t",
        "p",
        "s",
        "g",
        "a"
      })
  void singlePaths_withAndWithoutSlash_take(String path) {
    String body =
        "{\"userId\":\"u\",\"event\":\"E\",\"groupId\":\"g\",\"previousId\":\"p\",\"type\":\"x\"}";
    assertSuccess(site.post("/v1/" + path, body));
    assertSuccess(site.post("/v1/" + path + "/", body));
  }

  @Test
  void merge_isKeptAsAProposal() {
    String own = site.ownKey("merging");
    String body =
        "{\"mergeProperties\":[{\"type\":\"user_id\",\"value\":\"a\"},{\"type\":\"email\",\"value\":\"b@example.org\"}]}";
    assertSuccess(site.client.post("/v1/merge", body, "Authorization", basic(own)));
    OpenedRecord kept = site.server.log("merging").getFirst();
    assertThat(kept.record().kind()).isEqualTo(SubjectKind.ANONYMOUS);
    assertThat(kept.document().values()).isEmpty();
    assertThat(kept.document().extra()).containsEntry("mergeProperties.0.value", "a");
  }

  @Test
  void metrics_areDropped() {
    assertSuccess(site.client.post("/v1/m", "{\"series\":[]}"));
    assertSuccess(site.client.post("/v1/m/", "not even JSON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/projects/%s/settings", "/projects/%s/settings/"})
  void settings_sendEverythingHere(String path) {
    HttpResponse<String> answer = site.client.get(path.formatted(site.key));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"integrations\":{\"Segment.io\":{\"apiKey\":\"%s\",\"apiHost\":\"127.0.0.1:%d/v1\",\"protocol\":\"http\"}},\"plan\":{\"track\":{\"__default\":{\"enabled\":true,\"integrations\":{}}}},\"metrics\":{\"sampleRate\":0}}"
                .formatted(site.key, site.server.port()));
    assertRefused(site.client.get(path.formatted("nobody")), 401, "invalid_write_key");
  }

  @Test
  void sourceConfig_saysTheSourceWorks() {
    HttpResponse<String> answer =
        site.client.get("/sourceConfig/?p=npm&v=3", "Authorization", basic(site.key + ":"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"source\":{\"id\":\"webshop\",\"name\":\"webshop\",\"writeKey\":\""
                + site.key
                + "\"")
        .contains("\"enabled\":true", "\"destinations\":[]", "\"updatedAt\":\"");
    assertThat(site.client.get("/sourceConfig?writeKey=" + site.key).statusCode()).isEqualTo(200);
    assertRefused(site.client.get("/sourceConfig"), 401, "missing_write_key");
  }

  @Test
  void pixel_takesItsQuery_andIsAPicture() {
    String own = site.ownKey("mail");
    HttpResponse<String> answer =
        site.client.get(
            "/pixel/v1/track?writeKey="
                + own
                + "&anonymousId=a%201&event=Mail+Opened&properties.campaign=spring&context.ip=192.0.2.1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/gif");
    OpenedRecord kept = site.server.log("mail").getFirst();
    assertThat(kept.document().subjectKey()).isEqualTo("anon:a 1");
    assertThat(Objects.requireNonNull(kept.document().interaction()).topic())
        .isEqualTo("Mail Opened");
    assertThat(kept.document().extra())
        .containsEntry("properties.campaign", "spring")
        .doesNotContainKey("context.ip")
        .doesNotContainValue(own);
    assertThat(site.client.get("/pixel/v1/page/?writeKey=" + own + "&userId=7").statusCode())
        .isEqualTo(200);
    assertRefused(site.client.get("/pixel/v1/track?writeKey=" + own), 400, "invalid_request");
  }

  @Test
  void webhook_anyObject_isTaken() {
    String own = site.ownKey("hooks");
    assertSuccess(site.client.post("/v1/webhook?writeKey=" + own, "{\"kind\":\"paid\",\"n\":5}"));
    assertThat(site.server.log("hooks").getFirst().document().extra())
        .containsEntry("properties.kind", "paid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/", "/version", "/version/"})
  void healthAndVersion_needNobody(String path) {
    HttpResponse<String> answer = site.client.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/batch, 405",
    "PUT, /v1/track, 405",
    "POST, /sourceConfig, 405",
    "POST, /v1/unknown, 404",
    "GET, /v1/, 404",
    "GET, /analytics.js/v1/k/analytics.min.js, 404"
  })
  void otherPathsAndMethods_areRefused_neverRedirected(String method, String path, int status) {
    HttpResponse<String> answer =
        site.client.send(method, path, HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\"", "\"message\"", "\"error\"");
  }

  @Test
  void key_inEveryForm_isAccepted() {
    String batch = "{\"batch\":[" + PAGE + "]}";
    String named = "{\"batch\":[" + PAGE + "],\"writeKey\":\"" + site.key + "\"}";
    assertSuccess(site.client.post("/v1/batch", batch, "Authorization", basic(site.key + ":")));
    assertSuccess(site.client.post("/v1/batch", batch, "Authorization", basic(site.key)));
    assertSuccess(
        site.client.post("/v1/batch", batch, "Authorization", basic(site.key + ":anything")));
    assertSuccess(site.client.post("/v1/batch", named));
    assertSuccess(
        site.client.post("/v1/batch", named, "Authorization", "Bearer some.signed.token"));
    assertSuccess(site.client.post("/v1/batch", batch, "Authorization", "Bearer " + site.key));
    assertSuccess(site.client.post("/beacon/v1/batch?writeKey=" + site.key, batch));
    assertSuccess(
        site.client.post(
            "/v1/track", "{\"userId\":1,\"event\":\"E\",\"writeKey\":\"" + site.key + "\"}"));
  }

  @Test
  void key_missingUnknownDisabledOrReading_isRefused() {
    String batch = "{\"batch\":[" + PAGE + "]}";
    assertRefused(site.client.post("/v1/batch", batch), 401, "missing_write_key");
    assertRefused(
        site.client.post("/v1/batch?writeKey=" + site.key, batch), 401, "missing_write_key");
    assertRefused(
        site.client.post("/v1/batch", batch, "Authorization", basic("wrong:")),
        401,
        "invalid_write_key");
    assertRefused(
        site.client.post("/v1/batch", batch, "Authorization", "Basic ***"),
        401,
        "invalid_write_key");
    assertRefused(
        site.client.post("/v1/batch", "{\"batch\":[],\"writeKey\":\"wrong\"}"),
        401,
        "invalid_write_key");
    assertRefused(
        site.client.post(
            "/v1/batch", batch, "Authorization", basic(site.key("reading", ApiScope.SERVICE))),
        403,
        "not_a_write_key");
    String gone = site.server.key("gone", new SourceSystem("webshop"), ApiScope.WRITE);
    site.server.disable("gone");
    assertRefused(
        site.client.post("/v1/batch", batch, "Authorization", basic(gone)),
        401,
        "invalid_write_key");
  }
}
