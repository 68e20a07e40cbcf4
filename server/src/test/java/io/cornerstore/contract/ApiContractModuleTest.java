package io.cornerstore.contract;

import io.cornerstore.WholeServer;
import io.cornerstore.access.ApiScope;
import io.cornerstore.contract.ApiDescription.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends made-up requests, right and wrong, to every operation of the published description and
 * compares each answer with what it promises: what property-based testers of APIs do. {@code
 * -Dcontract.seed=…} makes other requests, {@code -Dcontract.rounds=…} makes more of each
 * operation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractModuleTest {

  private static final long SEED = Long.getLong("contract.seed", 20_261_123);
  private static final int ROUNDS = Integer.getInteger("contract.rounds", 40);
  private static final int FILES = 16;

  private static final String MAPPING =
      """
      source: crm
      channel: web-form
      files: ["*.csv"]
      country: GB
      rows: upserts
      version: {column: changed, formats: ["yyyy-MM-dd"]}
      subject: {key: id}
      person: {given-name: first, family-name: last, email: mail}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final KnownValues known = new KnownValues();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Map<ApiCall.Kind, Integer> sent = new EnumMap<>(ApiCall.Kind.class);
  private WholeServer server;
  private JsonNode document;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = WholeServer.startWeb();
    Files.writeString(folder.resolve("crm.mapping.yaml"), MAPPING);
    for (int file = 0; file < FILES; file++) {
      Files.writeString(folder.resolve("crm-" + file + ".csv"), rows(file));
      server.run(folder);
    }
    server.resolve();
    document =
        JsonMapper.shared().readTree(server.send("GET", "/openapi.json", null, Map.of()).body());
  }

  /** A file of people, one of whom is in the file before, and a row that cannot be read. */
  private static String rows(int file) {
    var rows = new StringBuilder("id,first,last,mail,changed\n");
    IntStream.range(0, 6)
        .map(row -> file * 5 + row)
        .forEach(id ->
            rows.append(id)
                .append(",Ada,Quill")
                .append((char) ('a' + id % 26))
                .append(",ada")
                .append(id)
                .append("@example.org,2026-01-")
                .append(10 + file)
                .append('\n'));
    return rows.append("99")
        .append(file)
        .append(",Cleo,Sable,cleo@example.org,yesterday\n")
        .toString();
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void everyOperation_sentAnything_keepsWhatIsDescribed() throws Exception {
    var description = new ApiDescription(document);
    var schema = new JsonSchema(document);
    var judge = new AnswerJudge(document, schema);
    var calls = new CallMaker(description, schema, known, keys(), SEED);
    for (int round = 0; round < ROUNDS; round++) {
      for (Operation operation : description.operations()) {
        exchange(calls.next(operation, round), judge);
      }
      server.resolve();
    }
    // What is left needs something that others make and somebody has removed meanwhile.
    for (int more = 0; more < ROUNDS && !neverDone(description).isEmpty(); more++) {
      for (Operation operation : description.operations()) {
        if (!operation.method().equals("DELETE") || neverDone(description).contains(operation)) {
          exchange(calls.next(operation, 0), judge);
        }
      }
    }
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(faults).as("seed %d, sent %s", SEED, sent).isEmpty();
    softly
        .assertThat(neverDone(description))
        .as("operations that never did what they are for")
        .isEmpty();
    softly.assertAll();
  }

  private List<Operation> neverDone(ApiDescription description) {
    return description.operations().stream()
        .filter(operation -> !done.contains(operation.id()))
        .toList();
  }

  private void exchange(ApiCall call, AnswerJudge judge) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(call);
    sent.merge(call.kind(), 1, Integer::sum);
    for (String fault : judge.faults(call, answer)) {
      faults.add(report(call, answer, fault));
    }
    if (call.kind() == ApiCall.Kind.VALID && answer.statusCode() < 300) {
      done.add(call.operation().id());
      learn(call, answer);
    }
    if (answer.statusCode() == 404 || call.method().equals("DELETE")) {
      known.forget(call.operation(), call.target());
    }
  }

  private CallMaker.Keys keys() {
    Set<ApiScope> scopes = EnumSet.allOf(ApiScope.class);
    scopes.remove(ApiScope.WRITE);
    return new CallMaker.Keys(
        server.key("everything", null, scopes.toArray(ApiScope[]::new)),
        server.key("metrics", null, ApiScope.METRICS),
        server.key("shop", "shop", ApiScope.WRITE));
  }

  private HttpResponse<String> send(ApiCall call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address(call.target()))
            .method(call.method(), publisher(call));
    call.headers().forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher publisher(ApiCall call) {
    byte[] body = call.body();
    if (body == null) {
      return BodyPublishers.noBody();
    }
    return call.kind() == ApiCall.Kind.TOO_LARGE && body.length % 2 == 0
        ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        : BodyPublishers.ofByteArray(body);
  }

  private void learn(ApiCall call, HttpResponse<String> answer) {
    String purpose = call.headers().get("X-Purpose");
    if (purpose != null) {
      known.allowed(call.operation(), purpose);
    }
    if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
      known.learn(call.operation(), JsonMapper.shared().readTree(answer.body()));
    }
  }

  private static String report(ApiCall call, HttpResponse<String> answer, String fault) {
    return "%s %s %s → %d: %s%n    sent %s %s%n    got %s"
        .formatted(
            call.kind(),
            call.method(),
            call.target(),
            answer.statusCode(),
            fault,
            call.headers().keySet(),
            call.body() == null ? "" : shortened(new String(call.body(), StandardCharsets.UTF_8)),
            shortened(answer.body()));
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
