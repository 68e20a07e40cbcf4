package io.cornerstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.cli.installation.Installation;
import io.cornerstore.cli.installation.ListenOptions;
import io.cornerstore.cli.intake.Work;
import io.cornerstore.cli.settings.Settings;
import io.cornerstore.intake.ImportRequest;
import io.cornerstore.testkit.Canaries;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server as 'serve' runs it: what it logs and what it tells operators. */
class ServerOperationTest {

  @TempDir private static Path folder;
  private static Installation installation;
  private static ConfigurableApplicationContext application;
  private static HttpClient client;
  private static URI home;
  private static String writeKey;
  private static String metricsKey;

  @BeforeAll
  static void start() {
    writeKey = key("shop", "--source", "shop", "--scope", "write");
    metricsKey = key("prometheus", "--scope", "metrics");
    installation =
        Installation.own(folder, Settings.read(null, Map.of("server.port", "0"), _ -> null));
    application = installation.server();
    home = URI.create(ListenOptions.address(application));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    installation.close();
  }

  private static String key(String name, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "key";
    all[1] = "add";
    all[2] = name;
    System.arraycopy(words, 0, all, 3, words.length);
    CommandRun made = CommandRun.of(folder, all);
    assertThat(made.code()).as(made.err()).isZero();
    return made.out().strip().replaceAll(".* ", "");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(home.resolve(path));
  }

  private static HttpRequest.Builder event(String path, String body) {
    return at(path)
        .header("Authorization", basic(writeKey))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String metrics() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(at("actuator/prometheus").header("Authorization", "Bearer " + metricsKey));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void metrics_withAKeyForThem_tellWhatAnOperatorNeeds() throws Exception {
    send(at("sign-in"));
    assertThat(metrics())
        .contains("cornerstore_records_received_total")
        .contains("cornerstore_resolver_lag")
        .contains("cornerstore_golden_lag")
        .contains("cornerstore_review_queue")
        .contains("cornerstore_quarantine_rows")
        .contains("cornerstore_backup_age_seconds{part=\"keys\"}")
        .contains("hikaricp_connections_active{pool=\"main\"")
        .contains("hikaricp_connections_active{pool=\"keys\"")
        .contains("http_server_requests_seconds_bucket")
        .contains("jvm_memory_used_bytes")
        .contains("disk_free_bytes");
    assertThat(send(at("actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(
            send(at("actuator/prometheus").header("Authorization", "Bearer " + writeKey))
                .statusCode())
        .isEqualTo(403);
    assertThat(send(at("livez")).statusCode()).isEqualTo(200);
    assertThat(application.getBeanNamesForType(Tracer.class)).as("traces are off").isEmpty();
  }

  @Test
  void dashboardAndAlerts_useOnlyMetricsThereAre() throws Exception {
    send(at("sign-in"));
    send(event("v1/track", "{\"userId\":\"1\",\"event\":\"Product Viewed\"}"));
    String there = metrics();
    Pattern name = Pattern.compile("\\b(cornerstore|hikaricp|http|jvm|disk|process)_[a-z_]+\\b");
    for (String file : List.of("grafana-dashboard.json", "prometheus-alerts.yaml")) {
      String text = Files.readString(Path.of("..", "ops").resolve(file));
      Set<String> unknown = new TreeSet<>();
      for (Matcher used = name.matcher(text); used.find(); ) {
        if (!there.contains(used.group())) {
          unknown.add(used.group());
        }
      }
      assertThat(unknown).as(file).isEmpty();
    }
  }

  @Test
  void log_ofEverythingThatHappens_holdsNothingPersonalAndNamesItsRequests() throws Exception {
    Canaries canaries = Canaries.seeded(5);
    String given = canaries.word("given-name");
    String email = canaries.email("email");
    String phone = canaries.digits("phone", 16);
    String typed = canaries.word("sign-in");
    String searched = canaries.word("search");

    HttpResponse<String> identified =
        send(
            event(
                "v1/identify",
                """
                {"userId":"%s","traits":{"firstName":"%s","email":"%s","phone":"%s"}}
                """
                    .formatted(canaries.word("user"), given, email, phone)));
    assertThat(identified.statusCode()).isEqualTo(200);
    assertThat(identified.headers().firstValue("X-Correlation-Id").orElseThrow()).hasSize(16);
    send(event("v1/identify", "{\"userId\":\"1\",\"traits\":{\"firstName\":\"" + given));
    send(event("v1/nowhere", email));
    send(at("sign-in?user=" + searched));
    send(at("customers/" + searched));
    send(at("api/v1/customers/" + searched).header("Authorization", "Bearer " + typed));
    send(
        at("sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Correlation-Id", typed)
            .POST(
                BodyPublishers.ofString(
                    "username=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))));
    Path feed = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-feed"));
    Files.writeString(
        feed.resolve("people.csv"),
        "id,name,mail,born\n1,%s,%s,1980-02-03\n2,%s,no mail at all %s,never\n\"3,%s\n"
            .formatted(given, email, given, searched, typed));
    Files.writeString(
        feed.resolve("people.mapping.yaml"),
        """
        source: people
        channel: store-purchase
        files: ["people.csv"]
        subject:
          key: id
        person:
          given-name: name
          email: mail
          bday: born
        """);
    try {
      new Work(application).read(ImportRequest.of(feed));
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(ServerOperationTest.class).warn("the import was refused", e);
    }

    Path[] logs = {
      folder.resolve("logs"),
      folder.resolve("main/postgres.log"),
      folder.resolve("keys/postgres.log")
    };
    canaries.assertSilent(logs);
    Canaries control = Canaries.seeded(6);
    LoggerFactory.getLogger(ServerOperationTest.class).info("{}", control.word("control"));
    assertThat(control.scan(logs)).isNotEmpty();
    for (String line : Files.readAllLines(folder.resolve("logs/cornerstore.log"))) {
      JsonNode read = JsonMapper.builder().build().readTree(line);
      assertThat(read.at("/context/properties/run").asString())
          .isEqualTo(System.getProperty("cornerstore.run"));
    }
  }
}
