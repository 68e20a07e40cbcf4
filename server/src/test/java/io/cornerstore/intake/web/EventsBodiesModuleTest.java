package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static io.cornerstore.intake.web.EventsClient.gzip;
import static io.cornerstore.intake.web.EventsSite.PAGE;
import static io.cornerstore.intake.web.EventsSite.assertRefused;
import static io.cornerstore.intake.web.EventsSite.assertSuccess;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.Quarantine;
import io.cornerstore.intake.QuarantinedRow;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a body, and what becomes of what may not. */
class EventsBodiesModuleTest {

  @RegisterExtension static final Shared<EventsSite> SITE = EventsSite.SHARED;

  private final EventsSite site;

  EventsBodiesModuleTest(EventsSite site) {
    this.site = site;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json", "text/plain", "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "image/png"
      })
  void body_isJson_whateverItsLabel_plainOrGzip(String type) {
    byte[] body = ("{\"batch\":[" + PAGE + "]}").getBytes(UTF_8);
    String[] plain = {"Authorization", basic(site.key), "Content-Type", type};
    String[] labelled = {
      "Authorization", basic(site.key), "Content-Type", type, "Content-Encoding", "gzip"
    };
    assertSuccess(site.client.post("/v1/batch", body, plain));
    assertSuccess(site.client.post("/v1/batch", body, labelled));
    assertSuccess(site.client.post("/v1/batch", gzip(body), plain));
    assertSuccess(site.client.post("/v1/batch", gzip(body), labelled));
  }

  @Test
  void body_chunkedGzip_isTaken() {
    byte[] body =
        gzip(("{\"batch\":[" + PAGE + "],\"writeKey\":\"" + site.key + "\"}").getBytes(UTF_8));
    assertSuccess(
        site.client.send(
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
    assertRefused(site.post("/v1/batch", body), 400, "invalid_request");
  }

  @Test
  void body_tooLarge_isRefused() {
    byte[] over500 = ("{\"batch\":[],\"x\":\"" + "x".repeat(520_000) + "\"}").getBytes(UTF_8);
    byte[] over4000 = new byte[BodyReader.LARGEST + 1];
    String auth = basic(site.key);
    assertRefused(
        site.client.post("/v1/batch", over500, "Authorization", auth), 400, "invalid_request");
    assertRefused(
        site.client.post("/v1/batch", over4000, "Authorization", auth), 413, "body_too_large");
    assertRefused(
        site.client.send(
            "POST",
            "/v1/batch",
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArray(over4000)),
            "Authorization",
            auth),
        413,
        "body_too_large");
    assertRefused(
        site.client.post("/v1/batch", gzip(new byte[300_000_000]), "Authorization", auth),
        413,
        "body_too_large");
    byte[] broken = gzip(over500);
    broken[30] ^= 0x55;
    assertRefused(
        site.client.post("/v1/batch", broken, "Authorization", auth), 400, "invalid_body");
  }

  @Test
  void batch_oneBadEvent_goesToQuarantine_theOthersAreTaken() {
    String own = site.ownKey("mixed");
    String body =
        """
        {"batch":[
          {"type":"identify","userId":"1","messageId":"m1","traits":{"email":"one@example.org"}},
          {"type":"track","userId":"2","messageId":"m2","note":"card 4111 1111 1111 1111 é"},
          "odd", 7, [1], null,
          {"type":"page","userId":"3","messageId":"m3"}]}
        """;
    assertSuccess(site.client.post("/v1/batch", body, "Authorization", basic(own)));
    assertThat(site.server.log("mixed"))
        .extracting(opened -> opened.document().subjectKey())
        .containsExactly("1", "3");
    List<QuarantinedRow> rows =
        site.server.bean(Quarantine.class).newest(1000).stream()
            .filter(row -> row.feed().contains("events") || row.file().equals("events"))
            .filter(row -> row.reason().equals("there is no event") && row.line() == 2)
            .toList();
    assertThat(rows).hasSize(1);
    Optional<String> kept =
        site.server.permitted(
            permit -> site.server.bean(Quarantine.class).open(rows.getFirst().id(), permit));
    assertThat(kept.orElseThrow())
        .startsWith("{\"type\":\"track\"")
        .endsWith("é\"}")
        .doesNotContain("4111 1111 1111");
    assertThat(site.server.bean(Quarantine.class).countsByReason().get("an event is an object"))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void single_badEvent_isRefused() {
    assertRefused(site.post("/v1/track", "{\"userId\":\"u\"}"), 400, "invalid_request");
    assertRefused(site.post("/v1/identify", "{\"traits\":{}}"), 400, "invalid_request");
    assertRefused(
        site.post("/v1/page", "{\"userId\":1e9999999,\"anonymousId\":-1e-9999999}"),
        400,
        "invalid_request");
    assertRefused(
        site.post("/v1/page", "{\"userId\":\"u\",\"p\":\"" + "x".repeat(33_000) + "\"}"),
        400,
        "invalid_request");
  }

  @Test
  void emptyBatch_isSuccess() {
    assertSuccess(site.post("/v1/batch", "{\"batch\":[]}"));
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
    assertSuccess(site.post("/v1/page", body));
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
          site.post(
              "/v1/track",
              "{\"userId\":\"u\",\"event\":\"%s\",\"properties\":%s}"
                  .formatted(event, properties)));
    }
  }
}
