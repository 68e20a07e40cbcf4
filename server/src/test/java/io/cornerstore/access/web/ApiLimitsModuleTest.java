package io.cornerstore.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.Actor;
import io.cornerstore.access.ApiKeys;
import io.cornerstore.access.ApiScope;
import io.cornerstore.kernel.SourceSystem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Keys that ask too much, and keys that do not exist, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiLimitsModuleTest {

  private static final Actor LAUNCHER = new Actor.Machine("launcher");

  private final HttpClient client = HttpClient.newHttpClient();
  private WholeServer server;
  private String busy;
  private String calm;
  private String writer;

  @BeforeAll
  void start() {
    server = WholeServer.startWeb("cornerstore.access.api.requests-per-second=1");
    ApiKeys keys = server.bean(ApiKeys.class);
    busy = keys.issue(LAUNCHER, "busy", null, Set.of(ApiScope.SERVICE));
    calm = keys.issue(LAUNCHER, "calm", null, Set.of(ApiScope.SERVICE));
    writer = keys.issue(LAUNCHER, "writer", new SourceSystem("shop"), Set.of(ApiScope.WRITE));
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> ask(String key) throws IOException, InterruptedException {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(
                server.address("/api/v1/customers/00000000-0000-7000-8000-000000000001"))
            .header("Authorization", "Bearer " + key)
            .header("X-Purpose", "service");
    return client.send(asked.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String key) throws IOException, InterruptedException {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(server.address("/v1/track"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"userId\":\"u1\",\"event\":\"Seen\",\"messageId\":\"m1\"}"));
    return client.send(sent.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> until(Predicate<HttpResponse<String>> wanted, String key)
      throws IOException, InterruptedException {
    for (int i = 0; i < 40; i++) {
      HttpResponse<String> answer = ask(key);
      if (wanted.test(answer)) {
        return answer;
      }
    }
    throw new AssertionError("never in 40 requests");
  }

  private static void assertTooMany(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 900L);
    assertThat(refused.body()).contains("/problems/too-many-requests", "\"status\":429");
  }

  @Test
  void key_thatAsksTooMuch_isToldWhenToComeAgain_andNoOtherIsSlowed() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(ask(busy).statusCode()).isEqualTo(404);
    }

    assertTooMany(until(answer -> answer.statusCode() == 429, busy));

    assertThat(ask(calm).statusCode()).isEqualTo(404);
  }

  @Test
  void unknownKeys_areRefused_thenHaveToWait_whileAKnownKeyGoesOn() throws Exception {
    String known = server.bean(ApiKeys.class).issue(LAUNCHER, "k", null, Set.of(ApiScope.SERVICE));
    assertThat(ask(known).statusCode()).isEqualTo(404);
    assertThat(send(writer).statusCode()).isEqualTo(200);
    assertThat(ask("cs_wrong").statusCode()).isEqualTo(401);

    assertTooMany(until(answer -> answer.statusCode() == 429, "cs_wrong"));

    assertThat(ask(known).statusCode()).isEqualTo(404);
    HttpResponse<String> event = send("cs_wrong");
    assertThat(event.statusCode()).isEqualTo(429);
    assertThat(event.headers().firstValue("Retry-After")).isPresent();
    assertThat(event.body()).contains("too_many_wrong_keys");
    assertThat(send(writer).statusCode()).isEqualTo(200);
  }
}
