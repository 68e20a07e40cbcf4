package io.cornerstore.intake.web;

import static io.cornerstore.intake.web.EventsClient.basic;
import static io.cornerstore.intake.web.EventsSite.assertSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.testkit.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a browser, which ask before they send. */
class EventsPagesModuleTest {

  @RegisterExtension static final Shared<EventsSite> SITE = EventsSite.SHARED;

  private final EventsSite site;

  EventsPagesModuleTest(EventsSite site) {
    this.site = site;
  }

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
        site.client.send(
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
        site.client.send(
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
        site.client.post(
            "/v1/p",
            "{\"userId\":\"u\"}",
            "Authorization",
            basic(site.key),
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
        site.client.send("OPTIONS", "/v1/batch", HttpRequest.BodyPublishers.noBody());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
  }
}
