package io.cornerstore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.WholeServer;
import io.cornerstore.access.ApiScope;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that a path does not have, known to HTTP or made up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherMethodsModuleTest {

  private WholeServer server;
  private String key;

  @BeforeAll
  void start() {
    server = WholeServer.startWeb();
    key = server.key("everything", null, ApiScope.SERVICE, ApiScope.OPERATION);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path) {
    return server.send(
        method, path, "{}", Map.of("Authorization", "Bearer " + key, "X-Purpose", "service"));
  }

  @ParameterizedTest
  @CsvSource({
    "QUERY, /api/v1/search, POST",
    "QUOKKABERT, /api/v1/search, POST",
    "PATCH, /api/v1/search, POST",
    "PROPFIND, /api/v1/merges, POST",
    "QUERY, /v1/track, POST",
    "QUERY, /health, GET"
  })
  void knownPath_otherMethod_is405WithWhatItAllows(String method, String path, String allowed) {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allowed);
    assertThat(answer.body()).doesNotContain("QUOKKABERT");
  }

  @Test
  void unknownPath_otherMethod_is404() {
    assertThat(send("QUERY", "/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(send("QUERY", "/v1/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void otherMethod_withoutAKey_learnsNothing() {
    HttpResponse<String> answer = server.send("QUERY", "/api/v1/search", null, Map.of());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Allow")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/staff", "/feeds"})
  void pages_otherMethodWithoutTheFormsToken_areRefused(String path) {
    assertThat(server.send("QUERY", path, null, Map.of()).statusCode()).isIn(302, 303, 403);
  }

  /** By hand: the client of the platform does not send it. */
  @Test
  void trace_isNotEchoed() throws IOException {
    URI address = server.address("/api/v1/search");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("TRACE /api/v1/search HTTP/1.1\r\nHost: here\r\nCookie: secret=quokka\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("quokka");
    }
  }
}
