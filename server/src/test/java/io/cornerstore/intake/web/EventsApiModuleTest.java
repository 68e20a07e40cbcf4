package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static io.cornerstore.intake.web.EventsClient.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.access.ApiScope;
import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceSystem;
import io.cornerstore.testkit.DatabasePair;
import io.cornerstore.testkit.Databases;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP, as the client libraries do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsApiModuleTest {

  private static final String PAGE = "{\"type\":\"page\",\"userId\":\"u\"}";

  private final AtomicInteger numbers = new AtomicInteger();
  private DatabasePair databases;
  private EventsServer server;
  private EventsClient client;
  private String key;

  @BeforeAll
  void start() throws IOException {
    databases = Databases.fresh();
    server =
        EventsServer.start(
            databases, Files.createTempDirectory("cornerstore-test").resolve("root.key"));
    client = new EventsClient(server.port());
    key = key("webshop", ApiScope.WRITE);
  }

  @AfterAll
  void stop() {
    server.close();
    databases.close();
  }

  @AfterEach
  void openGate() {
    server.bean(EventsServer.Gate.class).set(false, false);
  }

  private String key(String source, ApiScope scope) {
    return server.key("key-" + numbers.incrementAndGet(), new SourceSystem(source), scope);
  }

  /** A key of a source nobody else writes to. */
  private String ownKey(String source) {
    return key(source, ApiScope.WRITE);
  }

  private HttpResponse<String> post(String path, String body) {
    return client.post(path, body, "Authorization", basic(key + ":"));
  }

  private static void assertSuccess(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"success\": true}");
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .startsWith("{\"code\":\"" + code + "\",\"message\":\"")
        .contains("\"error\":{\"code\":\"" + code + "\",\"message\":\"");
  }

  // ---- paths

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/v1/b", "/v1/import", "/beacon/v1/batch"})
  void batchPaths_withAndWithoutSlash_take(String path) {
    String body = "{\"batch\":[" + PAGE + "]}";
    assertSuccess(post(path, body));
    assertSuccess(post(path + "/", body));
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
    assertSuccess(post("/v1/" + path, body));
    assertSuccess(post("/v1/" + path + "/", body));
  }

  @Test
  void merge_isKeptAsAProposal() {
    String own = ownKey("merging");
    String body =
        "{\"mergeProperties\":[{\"type\":\"user_id\",\"value\":\"a\"},{\"type\":\"email\",\"value\":\"b@example.org\"}]}";
    assertSuccess(client.post("/v1/merge", body, "Authorization", basic(own)));
    OpenedRecord kept = server.log("merging").getFirst();
    assertThat(kept.record().kind()).isEqualTo(SubjectKind.ANONYMOUS);
    assertThat(kept.document().values()).isEmpty();
    assertThat(kept.document().extra()).containsEntry("mergeProperties.0.value", "a");
  }

  @Test
  void metrics_areDropped() {
    assertSuccess(client.post("/v1/m", "{\"series\":[]}"));
    assertSuccess(client.post("/v1/m/", "not even JSON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/projects/%s/settings", "/projects/%s/settings/"})
  void settings_sendEverythingHere(String path) {
    HttpResponse<String> answer = client.get(path.formatted(key));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"integrations\":{\"Segment.io\":{\"apiKey\":\"%s\",\"apiHost\":\"127.0.0.1:%d/v1\",\"protocol\":\"http\"}},\"plan\":{\"track\":{\"__default\":{\"enabled\":true,\"integrations\":{}}}},\"metrics\":{\"sampleRate\":0}}"
                .formatted(key, server.port()));
    assertRefused(client.get(path.formatted("nobody")), 401, "invalid_write_key");
  }

  @Test
  void sourceConfig_saysTheSourceWorks() {
    HttpResponse<String> answer =
        client.get("/sourceConfig/?p=npm&v=3", "Authorization", basic(key + ":"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"source\":{\"id\":\"webshop\",\"name\":\"webshop\",\"writeKey\":\"" + key + "\"")
        .contains("\"enabled\":true", "\"destinations\":[]", "\"updatedAt\":\"");
    assertThat(client.get("/sourceConfig?writeKey=" + key).statusCode()).isEqualTo(200);
    assertRefused(client.get("/sourceConfig"), 401, "missing_write_key");
  }

  @Test
  void pixel_takesItsQuery_andIsAPicture() {
    String own = ownKey("mail");
    HttpResponse<String> answer =
        client.get(
            "/pixel/v1/track?writeKey="
                + own
                + "&anonymousId=a%201&event=Mail+Opened&properties.campaign=spring&context.ip=192.0.2.1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/gif");
    OpenedRecord kept = server.log("mail").getFirst();
    assertThat(kept.document().subjectKey()).isEqualTo("anon:a 1");
    assertThat(Objects.requireNonNull(kept.document().interaction()).topic())
        .isEqualTo("Mail Opened");
    assertThat(kept.document().extra())
        .containsEntry("properties.campaign", "spring")
        .doesNotContainKey("context.ip")
        .doesNotContainValue(own);
    assertThat(client.get("/pixel/v1/page/?writeKey=" + own + "&userId=7").statusCode())
        .isEqualTo(200);
    assertRefused(client.get("/pixel/v1/track?writeKey=" + own), 400, "invalid_request");
  }

  @Test
  void webhook_anyObject_isTaken() {
    String own = ownKey("hooks");
    assertSuccess(client.post("/v1/webhook?writeKey=" + own, "{\"kind\":\"paid\",\"n\":5}"));
    assertThat(server.log("hooks").getFirst().document().extra())
        .containsEntry("properties.kind", "paid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/", "/version", "/version/"})
  void healthAndVersion_needNobody(String path) {
    HttpResponse<String> answer = client.get(path);
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
        client.send(method, path, HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\"", "\"message\"", "\"error\"");
  }

  // ---- keys

  @Test
  void key_inEveryForm_isAccepted() {
    String batch = "{\"batch\":[" + PAGE + "]}";
    String named = "{\"batch\":[" + PAGE + "],\"writeKey\":\"" + key + "\"}";
    assertSuccess(client.post("/v1/batch", batch, "Authorization", basic(key + ":")));
    assertSuccess(client.post("/v1/batch", batch, "Authorization", basic(key)));
    assertSuccess(client.post("/v1/batch", batch, "Authorization", basic(key + ":anything")));
    assertSuccess(client.post("/v1/batch", named));
    assertSuccess(client.post("/v1/batch", named, "Authorization", "Bearer some.signed.token"));
    assertSuccess(client.post("/v1/batch", batch, "Authorization", "Bearer " + key));
    assertSuccess(client.post("/beacon/v1/batch?writeKey=" + key, batch));
    assertSuccess(
        client.post("/v1/track", "{\"userId\":1,\"event\":\"E\",\"writeKey\":\"" + key + "\"}"));
  }

  @Test
  void key_missingUnknownDisabledOrReading_isRefused() {
    String batch = "{\"batch\":[" + PAGE + "]}";
    assertRefused(client.post("/v1/batch", batch), 401, "missing_write_key");
    assertRefused(client.post("/v1/batch?writeKey=" + key, batch), 401, "missing_write_key");
    assertRefused(
        client.post("/v1/batch", batch, "Authorization", basic("wrong:")),
        401,
        "invalid_write_key");
    assertRefused(
        client.post("/v1/batch", batch, "Authorization", "Basic ***"), 401, "invalid_write_key");
    assertRefused(
        client.post("/v1/batch", "{\"batch\":[],\"writeKey\":\"wrong\"}"),
        401,
        "invalid_write_key");
    assertRefused(
        client.post("/v1/batch", batch, "Authorization", basic(key("reading", ApiScope.SERVICE))),
        403,
        "not_a_write_key");
    String gone = server.key("gone", new SourceSystem("webshop"), ApiScope.WRITE);
    server.disable("gone");
    assertRefused(
        client.post("/v1/batch", batch, "Authorization", basic(gone)), 401, "invalid_write_key");
  }

  // ---- bodies

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json", "text/plain", "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "image/png"
      })
  void body_isJson_whateverItsLabel_plainOrGzip(String type) {
    byte[] body = ("{\"batch\":[" + PAGE + "]}").getBytes(UTF_8);
    String[] plain = {"Authorization", basic(key), "Content-Type", type};
    String[] labelled = {
      "Authorization", basic(key), "Content-Type", type, "Content-Encoding", "gzip"
    };
    assertSuccess(client.post("/v1/batch", body, plain));
    assertSuccess(client.post("/v1/batch", body, labelled));
    assertSuccess(client.post("/v1/batch", gzip(body), plain));
    assertSuccess(client.post("/v1/batch", gzip(body), labelled));
  }

  @Test
  void body_chunkedGzip_isTaken() {
    byte[] body = gzip(("{\"batch\":[" + PAGE + "],\"writeKey\":\"" + key + "\"}").getBytes(UTF_8));
    assertSuccess(
        client.send(
            "POST",
            "/v1/b",
            HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)),
            "Content-Encoding",
            "gzip"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "nonsense",
        "{\"batch\":{}}",
        "{\"batch\":null}",
        "{\"events\":[]}",
        "{\"batch\":[}",
        "{\"batch\":[]} {}",
        "{\"batch\":[{\"a\":01}]}"
      })
  void body_thatIsNoBatch_isRefused(String body) {
    assertRefused(post("/v1/batch", body), 400, "invalid_request");
  }

  @Test
  void body_tooLarge_isRefused() {
    byte[] over500 = ("{\"batch\":[],\"x\":\"" + "x".repeat(520_000) + "\"}").getBytes(UTF_8);
    byte[] over4000 = new byte[BodyReader.LARGEST + 1];
    String auth = basic(key);
    assertRefused(client.post("/v1/batch", over500, "Authorization", auth), 400, "invalid_request");
    assertRefused(client.post("/v1/batch", over4000, "Authorization", auth), 413, "body_too_large");
    assertRefused(
        client.send(
            "POST",
            "/v1/batch",
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArray(over4000)),
            "Authorization",
            auth),
        413,
        "body_too_large");
    assertRefused(
        client.post("/v1/batch", gzip(new byte[300_000_000]), "Authorization", auth),
        413,
        "body_too_large");
    byte[] broken = gzip(over500);
    broken[30] ^= 0x55;
    assertRefused(client.post("/v1/batch", broken, "Authorization", auth), 400, "invalid_body");
  }

  @Test
  void batch_oneBadEvent_goesToQuarantine_theOthersAreTaken() {
    String own = ownKey("mixed");
    String body =
        """
        {"batch":[
          {"type":"identify","userId":"1","messageId":"m1","traits":{"email":"one@example.org"}},
          {"type":"track","userId":"2","messageId":"m2","note":"card 4111 1111 1111 1111 é"},
          "odd", 7, [1], null,
          {"type":"page","userId":"3","messageId":"m3"}]}
        """;
    assertSuccess(client.post("/v1/batch", body, "Authorization", basic(own)));
    assertThat(server.log("mixed"))
        .extracting(opened -> opened.document().subjectKey())
        .containsExactly("1", "3");
    List<QuarantinedRow> rows =
        server.bean(Quarantine.class).newest(1000).stream()
            .filter(row -> row.feed().contains("events") || row.file().equals("events"))
            .filter(row -> row.reason().equals("there is no event") && row.line() == 2)
            .toList();
    assertThat(rows).hasSize(1);
    Optional<String> kept =
        server.permitted(
            permit -> server.bean(Quarantine.class).open(rows.getFirst().id(), permit));
    assertThat(kept.orElseThrow())
        .startsWith("{\"type\":\"track\"")
        .endsWith("é\"}")
        .doesNotContain("4111 1111 1111");
    assertThat(server.bean(Quarantine.class).countsByReason().get("an event is an object"))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void single_badEvent_isRefused() {
    assertRefused(post("/v1/track", "{\"userId\":\"u\"}"), 400, "invalid_request");
    assertRefused(post("/v1/identify", "{\"traits\":{}}"), 400, "invalid_request");
    assertRefused(
        post("/v1/page", "{\"userId\":1e9999999,\"anonymousId\":-1e-9999999}"),
        400,
        "invalid_request");
    assertRefused(
        post("/v1/page", "{\"userId\":\"u\",\"p\":\"" + "x".repeat(33_000) + "\"}"),
        400,
        "invalid_request");
  }

  @Test
  void emptyBatch_isSuccess() {
    assertSuccess(post("/v1/batch", "{\"batch\":[]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"a\\u0000b\",\"messageId\":\"\\u0000\"}",
        "{\"userId\":\"\\ud800\",\"messageId\":\"\\udfff!\"}",
        "{\"userId\":9999999999999999999999999999,\"messageId\":1.5e300}",
        "{\"userId\":\"u\",\"timestamp\":1e99,\"sentAt\":-1}",
        "{\"userId\":\"u\",\"properties\":[],\"context\":\"x\",\"traits\":7}",
        "{\"userId\":\"u\",\"properties\":{\"\":{\"\":1}},\"context\":{\"library\":[],\"page\":7}}",
        "{\"userId\":\"u\",\"userId\":\"v\",\"name\":\"\\u202Egnp.exe\"}",
        "{\"userId\":\"';drop table\",\"name\":\"<script>\"}",
        "{\"anonymousId\":\"\\ud83d\\ude00\",\"timestamp\":\"-292275055-05-16T16:47:04Z\"}"
      })
  void oddEvents_areTaken(String body) {
    assertSuccess(post("/v1/page", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total\":1e400,\"currency\":\"EUR\",\"products\":[{\"price\":1e-400,\"quantity\":1e15}]}",
        "{\"total\":999999999999999999,\"products\":[{\"price\":999999999999999,\"quantity\":999999999999999}]}",
        "{\"total\":-0.0000000000000000001,\"products\":{\"a\":1},\"currency\":[]}",
        "{\"total\":\"1,2,3.4.5\",\"products\":[[],null,1,{}],\"order_id\":{}}",
        "{\"order_id\":123456789012345678901234567890,\"channel\":7,\"status\":[1]}",
        "{\"total\":5,\"currency\":\"XXX\"}",
        "{\"total\":5,\"currency\":\"eur\",\"products\":[{\"quantity\":-2,\"price\":\"€ 3,50\"}]}"
      })
  void oddOrders_areTaken(String properties) {
    for (String event : List.of("Order Completed", "Order Refunded", "Points Earned")) {
      assertSuccess(
          post(
              "/v1/track",
              "{\"userId\":\"u\",\"event\":\"%s\",\"properties\":%s}"
                  .formatted(event, properties)));
    }
  }

  // ---- exactly once, and what stands in the log

  @Test
  void sameMessageId_countsOnce_perSource_firstCopyWins() {
    String own = ownKey("twice");
    String event = "{\"userId\":\"%s\",\"messageId\":\"node-next-1-x\",\"name\":\"Home\"}";
    assertSuccess(client.post("/v1/page", event.formatted("1"), "Authorization", basic(own)));
    assertSuccess(client.post("/v1/page", event.formatted("2"), "Authorization", basic(own)));
    assertSuccess(
        client.post(
            "/v1/batch",
            "{\"batch\":[%s,%s]}"
                .formatted(
                    event.formatted("3").replace("{", "{\"type\":\"page\","),
                    event.formatted("4").replace("{", "{\"type\":\"page\",")),
            "Authorization",
            basic(own)));
    assertThat(server.log("twice"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.document().subjectKey()).isEqualTo("1"));
    String other = ownKey("twice-elsewhere");
    assertSuccess(client.post("/v1/page", event.formatted("5"), "Authorization", basic(other)));
    assertThat(server.log("twice-elsewhere")).hasSize(1);
  }

  @Test
  void identify_isOpenedAsItWasGiven() {
    String own = ownKey("people");
    String body =
        """
        {"userId":20,"anonymousId":"a","timestamp":"2026-01-02T03:04:05Z",
         "traits":{"name":"Ada Byron","email":"Ada@Example.ORG","phone":"+1 202 555 0101"}}
        """;
    assertSuccess(client.post("/v1/identify", body, "Authorization", basic(own)));
    OpenedRecord kept = server.log("people").getFirst();
    assertThat(kept.record().kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(kept.record().type()).isNull();
    assertThat(kept.record().occurredAt()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(kept.document().subjectKey()).isEqualTo("20");
    assertThat(kept.document().values(PersonalField.EMAIL).findFirst())
        .hasValueSatisfying(email -> {
          assertThat(email.value()).isEqualTo("ada@example.org");
          assertThat(email.asReceived()).isEqualTo("Ada@Example.ORG");
        });
    assertThat(kept.document().values(PersonalField.FAMILY_NAME)).hasSize(1);
    assertThat(kept.document().extra())
        .containsEntry("originalTimestamp", "2026-01-02T03:04:05Z")
        .containsEntry("anonymousId", "a");
  }

  @Test
  void orderCompleted_isAPurchaseInTheLog() {
    String own = ownKey("orders");
    String body =
        """
        {"userId":"u","event":"Order Completed","properties":{"order_id":"A-1","total":12.5,
         "products":[{"sku":"s1","quantity":1,"price":12.5,"name":"Mug"}]}}
        """;
    assertSuccess(client.post("/v1/t", body, "Authorization", basic(own)));
    OpenedRecord kept = server.log("orders").getFirst();
    assertThat(kept.record().type()).isEqualTo(InteractionType.PURCHASE);
    assertThat(Objects.requireNonNull(kept.document().interaction()).order()).isEqualTo("A-1");
    assertThat(kept.document().interaction().lines()).hasSize(1);
    assertThat(Objects.requireNonNull(kept.document().interaction().amount()).currency())
        .isEqualTo("EUR");
  }

  @Test
  void manyAtOnce_eachIsTakenOnce() {
    String own = ownKey("crowd");
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        String body = "{\"userId\":\"u%d\",\"messageId\":\"m%d\"}".formatted(i % 50, i % 200);
        answers.add(
            CompletableFuture.supplyAsync(
                () -> client.post("/v1/page", body, "Authorization", basic(own)).statusCode(),
                threads));
      }
      assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
    }
    assertThat(server.log("crowd")).hasSize(200);
  }

  // ---- overload

  @Test
  void busy_isToldWhenToComeAgain() {
    server.bean(EventsServer.Gate.class).set(true, false);
    HttpResponse<String> answer = post("/v1/batch", "{\"batch\":[" + PAGE + "]}");
    assertRefused(answer, 429, "too_many_events");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(Long.parseLong(answer.headers().firstValue("X-RateLimit-Reset").orElseThrow()))
        .isGreaterThan(1_700_000_000L);
  }

  @Test
  void broken_isUnavailable_neverAServerError() {
    server.bean(EventsServer.Gate.class).set(false, true);
    HttpResponse<String> answer = post("/v1/batch", "{\"batch\":[" + PAGE + "]}");
    assertRefused(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).doesNotContain("database");
  }

  // ---- browsers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/t",
        "/v1/batch/",
        "/v1/projects/k/settings",
        "/sourceConfig/",
        "/beacon/v1/batch",
        "/pixel/v1/track",
        "/v1/webhook",
        "/v1/m",
        "/projects/k/settings",
        "/health",
        "/version"
      })
  void preflight_echoesWhatWasAsked(String path) {
    String wanted =
        "anonymousid,authorization,content-type,sentat,rsa-retry-attempt,rsa-retry-reason";
    HttpResponse<String> answer =
        client.send(
            "OPTIONS",
            path,
            HttpRequest.BodyPublishers.noBody(),
            "Origin",
            EventsServer.PAGE,
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            wanted);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(EventsServer.PAGE);
    assertThat(
            answer.headers().firstValue("Access-Control-Allow-Headers").orElse("").replace(" ", ""))
        .isEqualTo(wanted);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("900");
  }

  @Test
  void otherPages_areNotAllowed() {
    HttpResponse<String> preflight =
        client.send(
            "OPTIONS",
            "/v1/t",
            HttpRequest.BodyPublishers.noBody(),
            "Origin",
            "https://other.example.org",
            "Access-Control-Request-Method",
            "POST");
    assertThat(preflight.statusCode()).isEqualTo(403);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void answer_toAnAllowedPage_isReadableThere() {
    HttpResponse<String> answer =
        client.post(
            "/v1/p",
            "{\"userId\":\"u\"}",
            "Authorization",
            basic(key),
            "Origin",
            EventsServer.PAGE);
    assertSuccess(answer);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(EventsServer.PAGE);
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("Retry-After");
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void options_withoutOrigin_saysWhatIsAllowed() {
    HttpResponse<String> answer =
        client.send("OPTIONS", "/v1/batch", HttpRequest.BodyPublishers.noBody());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
  }
}
