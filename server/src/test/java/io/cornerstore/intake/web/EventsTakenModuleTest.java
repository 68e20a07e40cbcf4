package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static io.cornerstore.intake.web.EventsSite.PAGE;
import static io.cornerstore.intake.web.EventsSite.assertRefused;
import static io.cornerstore.intake.web.EventsSite.assertSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.testkit.Shared;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was taken stands in the log, once; what cannot be taken is asked for again. */
class EventsTakenModuleTest {

  @RegisterExtension static final Shared<EventsSite> SITE = EventsSite.SHARED;

  private final EventsSite site;

  EventsTakenModuleTest(EventsSite site) {
    this.site = site;
  }

  @AfterEach
  void openGate() {
    site.server.bean(EventsServer.Gate.class).set(false, false);
  }

  @Test
  void sameMessageId_countsOnce_perSource_firstCopyWins() {
    String own = site.ownKey("twice");
    String event = "{\"userId\":\"%s\",\"messageId\":\"node-next-1-x\",\"name\":\"Home\"}";
    assertSuccess(site.client.post("/v1/page", event.formatted("1"), "Authorization", basic(own)));
    assertSuccess(site.client.post("/v1/page", event.formatted("2"), "Authorization", basic(own)));
    assertSuccess(
        site.client.post(
            "/v1/batch",
            "{\"batch\":[%s,%s]}"
                .formatted(
                    event.formatted("3").replace("{", "{\"type\":\"page\","),
                    event.formatted("4").replace("{", "{\"type\":\"page\",")),
            "Authorization",
            basic(own)));
    assertThat(site.server.log("twice"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.document().subjectKey()).isEqualTo("1"));
    String other = site.ownKey("twice-elsewhere");
    assertSuccess(
        site.client.post("/v1/page", event.formatted("5"), "Authorization", basic(other)));
    assertThat(site.server.log("twice-elsewhere")).hasSize(1);
  }

  @Test
  void identify_isOpenedAsItWasGiven() {
    String own = site.ownKey("people");
    String body =
        """
        {"userId":20,"anonymousId":"a","timestamp":"2026-01-02T03:04:05Z",
         "traits":{"name":"Ada Byron","email":"Ada@Example.ORG","phone":"+1 202 555 0101"}}
        """;
    assertSuccess(site.client.post("/v1/identify", body, "Authorization", basic(own)));
    OpenedRecord kept = site.server.log("people").getFirst();
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
    String own = site.ownKey("orders");
    String body =
        """
        {"userId":"u","event":"Order Completed","properties":{"order_id":"A-1","total":12.5,
         "products":[{"sku":"s1","quantity":1,"price":12.5,"name":"Mug"}]}}
        """;
    assertSuccess(site.client.post("/v1/t", body, "Authorization", basic(own)));
    OpenedRecord kept = site.server.log("orders").getFirst();
    assertThat(kept.record().type()).isEqualTo(InteractionType.PURCHASE);
    assertThat(Objects.requireNonNull(kept.document().interaction()).order()).isEqualTo("A-1");
    assertThat(kept.document().interaction().lines()).hasSize(1);
    assertThat(Objects.requireNonNull(kept.document().interaction().amount()).currency())
        .isEqualTo("EUR");
  }

  @Test
  void manyAtOnce_eachIsTakenOnce() {
    String own = site.ownKey("crowd");
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        String body = "{\"userId\":\"u%d\",\"messageId\":\"m%d\"}".formatted(i % 50, i % 200);
        answers.add(
            CompletableFuture.supplyAsync(
                () -> site.client.post("/v1/page", body, "Authorization", basic(own)).statusCode(),
                threads));
      }
      assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
    }
    assertThat(site.server.log("crowd")).hasSize(200);
  }

  @Test
  void busy_isToldWhenToComeAgain() {
    site.server.bean(EventsServer.Gate.class).set(true, false);
    HttpResponse<String> answer = site.post("/v1/batch", "{\"batch\":[" + PAGE + "]}");
    assertRefused(answer, 429, "too_many_events");
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(Long.parseLong(answer.headers().firstValue("X-RateLimit-Reset").orElseThrow()))
        .isGreaterThan(1_700_000_000L);
  }

  @Test
  void busy_isToldBeforeTheBodyIsReadAsEvents() {
    site.server.bean(EventsServer.Gate.class).set(true, false);
    assertRefused(site.post("/v1/batch", "{\"batch\": no list"), 429, "too_many_events");
  }

  @Test
  void broken_isUnavailable_neverAServerError() {
    site.server.bean(EventsServer.Gate.class).set(false, true);
    HttpResponse<String> answer = site.post("/v1/batch", "{\"batch\":[" + PAGE + "]}");
    assertRefused(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).doesNotContain("database");
  }
}
